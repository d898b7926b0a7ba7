"""Calendars that come in: the .ics of a hospital or a letter as appointments (RFC 5545)."""
