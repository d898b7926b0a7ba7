"""Going out: letters, calendars and tables for other programs."""
