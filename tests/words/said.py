"""All that the program says: the texts of its sources, the help, the glossary, the letters."""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from secondop_desktop.paths import resource
from secondop_desktop.window.help.glossary import terms
from secondop_desktop.window.help.topics import plain, topics
from tests.architecture.house import committed, name

_MARKERS = frozenset({"_", "N_", "ngettext"})
_SPOKEN_TO_DEVELOPERS = "secondop_desktop/cli/"
"""The command line speaks to those who type commands."""
_HEADING = re.compile(r"(?m)^#+ .*$")
_GREETING = re.compile(r"(?m),$")


@dataclass(frozen=True)
class Said:
    """A text and where it stands."""

    where: str
    text: str


@cache
def marked(path: Path) -> tuple[Said, ...]:
    """Return the texts of a source that are marked for translation, each with its line."""
    return tuple(_marked(ast.parse(path.read_text(encoding="utf-8")), path))


def _marked(source: ast.Module, path: Path) -> Iterator[Said]:
    for node in ast.walk(source):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") in _MARKERS:
            for part in node.args:
                if isinstance(part, ast.Constant) and isinstance(part.value, str):
                    yield Said(f"{name(path)}:{part.lineno}", part.value)


@cache
def in_sources() -> list[Said]:
    """Return every text of the window, the features and the paper."""
    rooms = committed("secondop_desktop/*.py")
    seen = [room for room in rooms if not name(room).startswith(_SPOKEN_TO_DEVELOPERS)]
    return [said for room in seen for said in marked(room)]


def in_help() -> list[Said]:
    """Return the title of every help topic, and its text without marks and headings."""
    texts = {key: f"{one.title}.\n\n{_HEADING.sub('', one.body)}" for key, one in topics().items()}
    return [Said(f"help/{key}", plain(text)) for key, text in texts.items()]


def in_glossary() -> list[Said]:
    """Return what the glossary says of each word, without the word itself."""
    return [Said(f"glossary/{word}", term.text) for word, term in terms().items()]


def in_letters() -> list[Said]:
    """Return the words of every letter, with a name for each thing that is filled in."""
    found = sorted(resource("letters").glob("*/*.txt"))
    return [Said(f"letters/{path.stem}", _filled(path.read_text("utf-8"))) for path in found]


def _filled(text: str) -> str:
    plain = re.sub(r"\{\w+\}", "Ann", re.sub(r"\{[?!]\w+\}", "", text))
    return _GREETING.sub(".", plain.replace("- ", ""))
