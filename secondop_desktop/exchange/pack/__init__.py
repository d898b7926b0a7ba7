"""Files of records as pages behind a summary: looked at, laid out, joined into one PDF.

``look`` tells what a file comes to (pages, words, or why it cannot be shown), ``joining`` puts the
pages into the finished summary. It knows no kinds and no journal.
"""
