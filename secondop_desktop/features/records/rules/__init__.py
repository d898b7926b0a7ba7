"""What a record may hold, what is asked for and due, and what the second doctor may ask to see."""
