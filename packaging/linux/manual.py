"""Write the manual page from the program's own commands: ``python packaging/linux/manual.py``."""

import re
from collections.abc import Iterator

from secondop_desktop import __version__
from secondop_desktop.cli.command_words import WORDS
from secondop_desktop.cli.dispatch import command_of, parser_for

_ABOUT = (
    "Secondop keeps what matters when somebody asks for a second medical opinion: the question, "
    "what each doctor said, records, results, medicines and the decision. It is a window; every "
    "journal can also be worked on by commands. Nothing is sent anywhere.",
    "With the name of a journal, or with nothing, the window opens. With a command, that is done "
    "without a window.",
)
_EXITS = (
    ("0", "done"),
    ("1", "the journal or an input has a problem, told in one sentence; nothing was changed"),
    ("2", "the command was not understood"),
)


def page() -> str:
    """Return the page in the language of man(7)."""
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    yield f'.TH SECONDOP 1 "" "Secondop {__version__}" "User commands"'
    yield from (".SH NAME", r"secondop \- health journal for a second medical opinion")
    yield from (".SH SYNOPSIS", ".B secondop", r"[\fIJOURNAL\fR]", ".br", ".B secondop")
    yield r"\fICOMMAND\fR ..."
    yield ".SH DESCRIPTION"
    for text in _ABOUT:
        yield from (".PP", _plain(text))
    yield ".SH COMMANDS"
    for command in map(command_of, WORDS):
        parser = parser_for(command)
        usage = parser.format_usage().removeprefix("usage:")
        yield from (".TP", r"\fB" + _plain(" ".join(usage.split())) + r"\fR")
        yield _plain(parser.description or "")
    yield ".SH EXIT STATUS"
    for code, said in _EXITS:
        yield from (".TP", f".B {code}", _plain(said))
    yield from (".SH ENVIRONMENT", ".TP", ".B SECONDOP_PASSPHRASE")
    yield _plain("the passphrase of an encrypted journal, where no file of it is named")


def _plain(text: str) -> str:
    """Return a text in which nothing is taken for a mark of the language."""
    escaped = text.replace("\\", r"\e").replace("-", r"\-")
    return re.sub(r"^([.'])", r"\\&\1", escaped)


if __name__ == "__main__":
    print(page(), end="")
