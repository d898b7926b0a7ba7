"""PDFium keeps one state for the whole process and knows no threads, so its users take turns."""

import threading

TURN = threading.RLock()
"""Held around every call into pypdfium2, opening and closing included."""
