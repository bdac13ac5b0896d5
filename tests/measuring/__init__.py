"""Figures that are measured by hand, each with the command that measures it."""
