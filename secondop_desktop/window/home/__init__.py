"""Home: what comes next, the steps as a task list, and what is near."""

from secondop_desktop.window.home.page import HomePage

__all__ = ["HomePage"]
