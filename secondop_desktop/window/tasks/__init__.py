"""To do: the person's tasks, and what the rest of the journal leaves to be done."""
