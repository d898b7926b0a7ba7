"""Windows over the page: questions, messages, printing, and progress of long work."""
