"""The help topics: one Markdown file each, in the language in use or else in English."""

import re
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from secondop_desktop import lang
from secondop_desktop.lang import N_
from secondop_desktop.paths import resource

CONTENTS = "contents"
"""The key of the topic that lists all others; it is made, not written."""
WORDS = "words"
"""The key of the topic that lists the words of the glossary; it is made too."""

GROUPS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (N_("To begin with"), ("welcome", "home", "steps", "what-it-is-not", "keys", "carer")),
    (N_("The seven steps"), tuple(f"case-{number}" for number in range(1, 8))),
    (
        N_("Getting a second opinion"),
        (
            "nhs-route",
            "choosing-where",
            "private-route",
            "looking-up-doctors",
            "on-behalf",
            "asking-for-records",
            "safe-to-wait",
            "worried-now",
            "complaints",
        ),
    ),
    (
        N_("The second opinion in this journal"),
        (
            "case",
            "shortlist",
            "appointment",
            "appointment-during",
            "question",
            "opinion",
            "reading-an-opinion",
            "option",
            "decision",
            "told",
            "letter",
            "letter-writing",
            "task",
            "cost",
        ),
    ),
    (
        N_("What happened"),
        (
            "timeline",
            "diagnosis",
            "symptom",
            "medicine",
            "allergy",
            "treatment",
            "vaccination",
            "relative",
            "record",
            "photos",
            "gathering-records",
            "result",
            "lab-report",
            "files-of-every-sort",
        ),
    ),
    (N_("People"), ("person", "provider")),
    (
        N_("This journal and this program"),
        (
            "find",
            "pdf",
            "pack",
            "share",
            "import",
            "copies",
            "keeping-safe",
            "bin",
            "check",
            "passphrase",
            "locked",
            "settings",
            "privacy",
            "updating",
            "help",
        ),
    ),
)
"""All topics in their order, under their headings; each is a file of ``resources/help``."""

ABOUT_THE_PROGRAM = frozenset({*GROUPS[0][1], *GROUPS[-1][1]})
"""The topics that speak to whoever uses the program, also where they do so for somebody."""


class Topic(NamedTuple):
    """One text of the help: its key, its heading, and the Markdown under the heading."""

    key: str
    title: str
    body: str

    @property
    def words(self) -> str:
        """The text as it is read, without marks and the addresses of links."""
        return plain(self.body)


def plain(body: str) -> str:
    """Return a Markdown text without marks and the addresses of links."""
    said = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", body)
    return re.sub(r"(?m)^(#+ |[-*] |\d+\. )|\*\*", "", said)


def keys() -> tuple[str, ...]:
    """Return the keys of all topics in their order."""
    return tuple(key for _title, group in GROUPS for key in group)


def topics() -> Mapping[str, Topic]:
    """Return all topics by key, in their order and in the language in use."""
    return _read(lang.code())


@lru_cache(maxsize=2)
def _read(code: str) -> Mapping[str, Topic]:
    return {key: _topic(key, code) for key in keys()}


def _topic(key: str, code: str) -> Topic:
    text = translated(resource("help"), code, f"{key}.md").read_text(encoding="utf-8")
    title, _line, body = text.partition("\n")
    return Topic(key, title.removeprefix("# ").strip(), body.strip())


def translated(folder: Path, code: str, name: str) -> Path:
    """Return a file of the language's own folder, or the English one while it is missing."""
    own = folder / code / name
    return own if own.is_file() else folder / "en" / name
