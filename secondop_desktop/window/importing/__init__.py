"""Bringing in files: the plan, whose they are, and what they leave open."""
