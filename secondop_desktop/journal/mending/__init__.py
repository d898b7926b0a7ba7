"""Mending a damaged journal: what can be saved of it, and what was lost, told entry by entry."""
