"""Regular expressions that are compiled when something is first looked for.

Those of the journal and its kinds took half as long to compile as the database to load, and
most commands look for none of what they find.
"""

import re
from functools import cached_property
from typing import Any, cast


def pattern(text: str, flags: int = 0) -> re.Pattern[str]:
    """Return what ``re.compile`` would; a fault in ``text`` shows at its first use."""
    return cast(re.Pattern[str], _Pattern(text, flags))


def as_matched(text: str) -> str:
    """Return a text as a pattern that ignores capitals takes it, to look up what it found.

    To such a pattern the i of Turkish, without a dot or a capital with one, is an i.
    """
    return text.casefold().replace("i\u0307", "i").replace("\u0131", "i")


class _Pattern:
    def __init__(self, text: str, flags: int) -> None:
        self._text, self._flags = text, flags

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        return re.compile(self._text, self._flags)

    def __getattr__(self, name: str) -> Any:
        """Take what is asked for from the compiled one, and keep it: it is asked for often."""
        found = getattr(self._compiled, name)
        setattr(self, name, found)
        return found
