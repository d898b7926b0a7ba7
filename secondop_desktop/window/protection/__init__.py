"""The passphrase in the window: setting it, opening with it, locking."""
