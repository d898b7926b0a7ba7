"""Help: a window beside the page, with topics for every screen and a glossary; works offline."""
