"""Secondop: a health journal for a person getting a second medical opinion."""

__version__ = "0.1.0"
RELEASED = "2026-11-30"
"""The day of this version, as the changelog has it."""
