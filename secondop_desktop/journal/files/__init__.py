"""Files inside the journal: their bytes, what they are, and the words they hold."""
