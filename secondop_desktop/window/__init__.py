"""The window: its shell, and the screens that show the whole journal."""
