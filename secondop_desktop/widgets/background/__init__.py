"""What goes on behind a screen: jobs, changes to hear of, the day, memory, speaking aloud."""
