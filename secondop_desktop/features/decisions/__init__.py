"""Options, decisions and readiness."""
