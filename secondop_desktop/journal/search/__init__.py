"""Full-text search: what was typed, the index it is looked up in, and the words around a find."""
