"""What is handed over with a pack: a folder for a stick or a disc, or a zip with a password.

Every file in it is the same to the bit as where it came from; a plain list says what each one is,
and its SHA-256.
"""
