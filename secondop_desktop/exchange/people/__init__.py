"""Whose a file is, compared with the people of the journal."""
