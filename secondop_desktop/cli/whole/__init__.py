"""What a packaged build can lose without anybody noticing: each step uses one such thing."""
