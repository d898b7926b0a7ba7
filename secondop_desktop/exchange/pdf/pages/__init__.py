"""From blocks to a document: chapters, letters, page ends, header and footer."""
