"""Diagnoses as they were told, by whom, and how sure."""
