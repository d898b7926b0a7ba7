"""What a field can hold: dates, numbers, amounts and moments, each kept as it was written."""
