"""The scaffold of a screen: its top row, a list beside what it opens, things side by side."""
