"""Files of lines that are more than the memory holds, read part by part."""
