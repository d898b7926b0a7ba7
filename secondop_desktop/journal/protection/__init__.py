"""The passphrase of a journal: setting it, opening with it, and the recovery sheet."""
