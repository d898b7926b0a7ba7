"""Results in the printed words of a page: which words stand in a row, and what each of them is."""
