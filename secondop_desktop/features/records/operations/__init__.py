"""What is done with files and records without a window."""
