"""Rows: rich lists that stay fast, rows that are buttons, and tables."""
