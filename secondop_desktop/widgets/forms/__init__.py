"""Writing one entry: the form, its draft, saving while typing."""
