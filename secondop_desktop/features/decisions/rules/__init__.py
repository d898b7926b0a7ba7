"""What is known about options, chances and readiness without a journal."""
