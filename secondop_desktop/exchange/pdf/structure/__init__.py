"""The tagged file (PDF/UA-1, PDF/A-3a): canvas, structure tree, metadata, writing it whole."""
