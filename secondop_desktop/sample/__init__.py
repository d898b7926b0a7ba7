"""The example journal: a made-up person's story, told through the same calls as the window."""

from secondop_desktop.sample.story import write_sample

__all__ = ["write_sample"]
