"""The toolkit of the window: it knows how things look and behave, and no feature."""

from secondop_desktop.widgets.background.quick_imports import read_no_sources

read_no_sources()
