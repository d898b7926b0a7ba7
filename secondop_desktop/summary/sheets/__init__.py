"""Single sheets: the questions with room to write, and what others must know in an emergency."""
