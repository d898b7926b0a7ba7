"""XML of other programs: what it is, and opening it without what could harm."""
