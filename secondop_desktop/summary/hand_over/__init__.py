"""Handing records over: the pack with the files themselves, and a note of who got them."""
