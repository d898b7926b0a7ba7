"""How parts share the room: rows that wrap, columns, scrolling, the order of Tab."""
