"""What opinions may hold, and how they stand side by side."""
