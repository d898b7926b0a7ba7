"""The words inside documents of other programs, read in the process that decodes."""
