"""The small things that are pressed and read: buttons, tags, labels, cards."""
