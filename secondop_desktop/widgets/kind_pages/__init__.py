"""The plain page of a kind: its list, one entry to read, and its form on demand."""
