"""Bringing in much at once without looking for garbage: all that is made is kept till the end."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def not_looked_for() -> Iterator[None]:
    """Let Python look for no garbage meanwhile, and leave it as it was found.

    A plan of thousands of entries only grows, and each look goes through all of it: it took a
    tenth of an import. What nothing refers to any more goes at once all the same.
    """
    looked = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if looked:
            gc.enable()
