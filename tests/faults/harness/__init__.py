"""The long harness of ``make faults``: each part harms journals in one way, and counts."""
