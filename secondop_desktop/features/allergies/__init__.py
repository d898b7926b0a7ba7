"""Allergies."""
