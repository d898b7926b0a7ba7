"""Test results."""
