"""All that leaves the journal in one place, each in one sentence for whom it is."""
