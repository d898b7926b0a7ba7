"""Bringing in: a file becomes a plan, and the plan one change of the journal."""
