"""What the window says back: notices, and the bar that offers to undo."""
