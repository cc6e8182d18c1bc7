"""Tests of the bureau's load."""
