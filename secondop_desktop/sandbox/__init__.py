"""Files from outside are decoded in a process of its own, within limits of memory and time.

``process`` and ``held_file`` are the program's side, ``worker`` and what it imports the other one.
"""

FLAG = "--decode"
"""What a packaged program starts itself with, to be the process that decodes."""
