"""Names that every system takes: also Windows, also beside each other."""

from secondop_desktop.journal.files.file_names import plain_name

_LONGEST_ENDING = 12


class Names:
    """Gives names of one folder; two that differ only in capitals are told apart by a number."""

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def free(self, title: str, ending: str, fallback: str) -> str:
        """Return a name for a title with an ending such as ".pdf"."""
        plain = plain_name(title.removesuffix(ending), fallback)
        name, number = plain + ending, 1
        while name.casefold() in self._taken:
            number += 1
            name = f"{plain} ({number}){ending}"
        self._taken.add(name.casefold())
        return name


def ending_of(name: str) -> str:
    """Return the ending of a file's own name, empty where what follows the dot is none."""
    _stem, dot, ending = name.rpartition(".")
    plain = ending.isascii() and ending.isalnum() and len(ending) <= _LONGEST_ENDING
    return f".{ending.lower()}" if dot and plain else ""
