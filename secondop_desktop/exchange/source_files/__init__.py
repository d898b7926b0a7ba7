"""Files as they come: what each is, what can be seen in it, and which are only kept."""
