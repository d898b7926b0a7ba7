"""Doctors, other clinicians and places."""
