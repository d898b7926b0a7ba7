"""Page one, which stands alone: its parts, and how much of each the page has room for."""
