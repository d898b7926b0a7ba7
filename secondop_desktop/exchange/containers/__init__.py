"""What holds several files: a zip and a folder, opened so that neither can do harm."""
