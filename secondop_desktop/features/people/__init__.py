"""The people whose journal this is."""
