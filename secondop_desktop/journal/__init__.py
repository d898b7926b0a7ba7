"""One open journal file: entries, change, undo, search, bin, attachments. No Qt here."""
