"""Tests of undoing content codings."""
