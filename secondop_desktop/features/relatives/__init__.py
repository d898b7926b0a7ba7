"""Family history: what relatives had."""
