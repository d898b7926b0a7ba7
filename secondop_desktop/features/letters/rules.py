"""What letters are for, and how a template becomes one: by leaving out what is not known."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from secondop_desktop.lang import N_
from secondop_desktop.patterns import pattern

TYPE = (
    ("ask", N_("Ask for a second opinion")),
    ("sheet", N_("A sheet to take to the GP")),
    ("referral", N_("Ask for a referral")),
    ("referral-chase", N_("Ask how a referral is getting on")),
    ("records", N_("Ask for records")),
    ("records-chase", N_("Ask again for records")),
    ("tell", N_("Tell the first doctor")),
    ("decided", N_("Tell a doctor what I decided")),
    ("thanks", N_("Say thank you")),
    ("other", N_("Something else")),
)
HOW = (
    ("post", N_("By post")),
    ("email", N_("By email")),
    ("in person", N_("Handed over")),
    ("portal", N_("Through their website or app")),
)
OTHER = "other"
_ALSO_CALLED = {"request": "records", "gp": "sheet", "plain": OTHER, "decision": "decided"}
_SLOT = pattern(r"\{([?!]?)(\w+)\}")
_DOUBLE_END = pattern(r"([.?!…])\.$")
_ITEM = "- "
_SENTENCE = (".", "?", ":")

Fact = str | Sequence[str]
"""What is known: some words, or several items for a list; empty when not known."""


class LetterDraft(NamedTuple):
    """The text of a letter, and the names of the facts it would have told, were they known."""

    text: str
    missing: tuple[str, ...]


def type_of(name: str) -> str:
    """Return the type of letter meant, also by its other names; empty for an unknown one."""
    found = _ALSO_CALLED.get(name, name)
    return found if found in dict(TYPE) else ""


def fill(template: str, facts: Mapping[str, Fact]) -> LetterDraft:
    """Fill a template in.

    Each line of it is a sentence. ``{name}`` is a slot; a line with a slot that nothing fills is
    left out, ``{?name}`` keeps its line only if the fact is known and ``{!name}`` only if not. A
    line that begins with ``- `` comes once for each item of its slot. A line that ends in a colon
    leads the lines below it and goes with them. Sentences of a paragraph are joined; words that
    end a sentence themselves need no full stop.
    """
    missing: dict[str, None] = {}
    found = [_paragraph(part, facts, missing) for part in re.split(r"\n\s*\n", template.strip())]
    return LetterDraft("\n\n".join(part for part in found if part), tuple(missing))


def _paragraph(part: str, facts: Mapping[str, Fact], missing: dict[str, None]) -> str:
    """Return what is left of a paragraph."""
    lines: list[str] = []
    lead = ""
    for line in part.splitlines():
        if line.endswith(":"):
            lead = next(_filled(line, facts, missing), "")
            continue
        for filled in _filled(line, facts, missing):
            lines += [lead, filled] if lead else [filled]
            lead = ""
    if lead and len(part.splitlines()) == 1:
        lines = [lead]
    return _joined(lines)


def _joined(lines: Sequence[str]) -> str:
    """Join sentences; leads and items stand on lines of their own."""
    text = ""
    for before, line in zip(("", *lines), lines, strict=False):
        alone = line.startswith(_ITEM) or before.startswith(_ITEM) or before.endswith((":", ","))
        between = "\n" if alone else "" if line.startswith(",") else " "
        text += between + line if text else line
    return text


def _filled(line: str, facts: Mapping[str, Fact], missing: dict[str, None]) -> Iterator[str]:
    """Yield the line as often as it is said: once, for each item, or not at all."""
    slots = _SLOT.findall(line)
    if any(bool(facts.get(name)) is (mark == "!") for mark, name in slots if mark):
        return
    unknown = [name for mark, name in slots if not mark and not facts.get(name)]
    missing.update(dict.fromkeys(unknown))
    if unknown:
        return
    for item in _items(line, facts):
        yield _DOUBLE_END.sub(r"\1", _with_words(line, item))


def _with_words(line: str, words: Mapping[str, str]) -> str:
    filled = _SLOT.sub(lambda slot: "" if slot[1] else words[slot[2]], line)
    said = not line.startswith(_ITEM) and line.rstrip().endswith(_SENTENCE)
    return filled[:1].upper() + filled[1:] if said else filled


def _items(line: str, facts: Mapping[str, Fact]) -> Iterator[Mapping[str, str]]:
    known = {name: fact for name, fact in facts.items() if fact}
    words = {name: fact for name, fact in known.items() if isinstance(fact, str)}
    several = {name: fact for name, fact in known.items() if not isinstance(fact, str)}
    listed = next((name for _m, name in _SLOT.findall(line) if name in several), "")
    if not listed:
        yield words
    for one in several.get(listed, ()):
        yield {**words, listed: one}
