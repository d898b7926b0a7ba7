"""Second-opinion cases and the journey."""
