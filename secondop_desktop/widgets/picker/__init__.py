"""Choosing one thing out of many by typing a few letters."""
