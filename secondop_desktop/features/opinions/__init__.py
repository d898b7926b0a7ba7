"""Opinions and their comparison."""
