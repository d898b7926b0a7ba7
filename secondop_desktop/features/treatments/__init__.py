"""Treatments: operations, procedures, courses of medicine, radiotherapy, therapy."""
