"""What a doctor must know first of a person, and the permission of whoever acts for them."""
