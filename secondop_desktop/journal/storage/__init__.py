"""The SQLite file itself: connections, schema, locks, rows, and the seals over them."""
