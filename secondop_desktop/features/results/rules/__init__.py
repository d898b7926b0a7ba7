"""Test results in a row, in a report, and by their dates: only what was printed, never judged."""
