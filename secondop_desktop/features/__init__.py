"""The kinds of entry, a folder each, all with the same rooms."""
