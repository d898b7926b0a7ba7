"""Symptom notes."""
