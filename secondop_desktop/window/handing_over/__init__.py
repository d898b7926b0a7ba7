"""Pack and sheets: what is given to somebody, as one PDF, a folder, a zip or a single sheet."""
