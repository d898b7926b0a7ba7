"""Secondop: a health journal for a person getting a second medical opinion."""

__version__ = "0.1.0"
