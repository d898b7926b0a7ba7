"""The toolkit of the window: it knows how things look and behave, and no feature."""
