"""The whole journal as a zip that any program can read and check, and back."""
