"""Who was told."""
