"""Tests of embedded text."""
