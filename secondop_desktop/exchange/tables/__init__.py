"""Tables of results: CSV from laboratories, spreadsheets and meters."""
