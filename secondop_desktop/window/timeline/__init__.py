"""The timeline: all that has a date, as a list by years and as a picture."""
