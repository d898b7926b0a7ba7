"""What letters take from the journal, and what they write into it."""
