"""From words to glyphs: scripts, directions, shaping, fonts, and breaking into lines."""
