"""Photographs of one paper: their originals, how they are arranged, and the pages that makes."""
