"""What stands on a page: prose, lists, tables, boxes and charts, each able to be cut in two."""
