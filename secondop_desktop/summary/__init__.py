"""The summary PDF: page one for the doctor with ten minutes, then the chosen chapters."""
