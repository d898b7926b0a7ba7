"""What second doctors usually ask to see, and what the journal has of it.

It only lists what is there. What is needed in one case, the doctor who gives the opinion says.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from secondop_desktop.features.records.rules.handing import handed, handed_words
from secondop_desktop.features.records.rules.requests import awaited, due_words, is_here
from secondop_desktop.journal.case_scope import of_case
from secondop_desktop.journal.kinds import Kinds, Names
from secondop_desktop.journal.user_order import in_places
from secondop_desktop.journal.values.dates import undated_first
from secondop_desktop.lang import _, ngettext

KINDS = (
    *("case", "record", "opinion", "statement", "result", "medicine", "allergy", "letter"),
    *("told", "treatment", "relative"),
)
"""The kinds of entry that are looked at, besides the person."""


@dataclass(frozen=True)
class Found:
    """One thing the journal has, in words, and the entry or else the screen it leads to.

    ``here`` tells whether it can be handed over as it is, ``given`` to whom it was already.
    """

    words: str
    given: str = ""
    entry: str = ""
    screen: str = ""
    here: bool = True


@dataclass(frozen=True)
class Need:
    """One line of the list: the stored word of its tick, and what the journal has of it.

    ``want`` are the values of a wanted record, where a record would serve; ``place`` is the
    screen where it is written down otherwise.
    """

    word: str
    found: tuple[Found, ...]
    want: Mapping[str, Any] | None = None
    place: str = ""


@dataclass(frozen=True)
class Known:
    """What the lines are built from: one case, its person, and the person's entries by kind."""

    case: Any
    person: Any
    rows: Mapping[str, Sequence[Any]]
    names: Names
    today: date
    kinds: Kinds

    def of_case(self, kind: str) -> list[Any]:
        """Return the entries that belong to the case or to none."""
        return list(of_case(self.rows[kind], self.case.id))

    def facts(self, name: str) -> list[Any]:
        """Return the entries of a kind that count: neither drafts nor refuted ones."""
        kind = self.kinds[name]
        return [row for row in self.rows[name] if kind.is_fact(row) and not kind.is_draft(row)]


def needs(known: Known) -> tuple[Need, ...]:
    """Return the lines in order, each with what the journal has of it.

    What a heart doctor, a cancer doctor or a bone doctor usually asks for differs: the lines
    of the kind of case follow those that everybody asks for.
    """
    lines = (*_LINES, *_OF_KIND.get(known.case.kind_of, ()))
    return tuple(line(known) for line in lines)


def _question(known: Known) -> Need:
    case = known.case
    found = (Found(f"“{case.question}”", entry=case.id),) if case.question else ()
    return Need("question", found, place="case")


def _letter(known: Known) -> Need:
    """Look for the letter of the first opinion: named by it, quoted in it, or by its doctor."""
    opinions = in_places(known.of_case("opinion"))
    first = opinions[0] if opinions else None
    provider = first.provider if first else None
    quoted = {row.record for row in known.rows["statement"] if first and row.opinion == first.id}
    named = {first.record, *quoted} if first else set()
    letters = [
        row
        for row in known.of_case("record")
        if row.id in named
        or (row.type == "letter" and provider and provider in (row.from_provider, row.holder))
    ]
    title = _("Letter with the first opinion")
    want = {"type": "letter", "title": title, "from_provider": provider, "holder": provider}
    return Need("letter", _records(letters, known), want)


def _of_type(word: str, kind: str, title: Callable[[], str]) -> Callable[[Known], Need]:
    """Return a line that looks for records of one type."""

    def line(known: Known) -> Need:
        rows = [row for row in known.of_case("record") if row.type == kind]
        return Need(word, _records(rows, known), {"type": kind, "title": title()})

    return line


def _results(known: Known) -> Need:
    rows = [row for row in known.of_case("record") if row.type == "result"]
    number = len(known.facts("result"))
    said = ngettext("{n} result written down", "{n} results written down", number)
    written = (Found(said.format(n=number), screen="result"),) if number else ()
    want = {"type": "result", "title": _("Test results")}
    return Need("results", (*written, *_records(rows, known)), want, "result")


def _referral(known: Known) -> Need:
    rows = [row for row in known.of_case("record") if row.type == "referral"]
    letters = [row for row in known.of_case("letter") if row.type == "referral"]
    drafts = [row for row in letters if not row.version_of]
    found = (Found(_letter_words(row), entry=row.id, here=bool(row.sent)) for row in drafts)
    want = {
        "type": "referral",
        "title": _("Referral letter"),
        "from_provider": known.case.referral_by,
        "holder": known.case.referral_by,
    }
    return Need("referral", (*_records(rows, known), *found), want)


def _medicines(known: Known) -> Need:
    number = len(known.facts("medicine"))
    said = ngettext("{n} medicine written down", "{n} medicines written down", number)
    none = _("You wrote down: takes no medicines") if known.person.takes_no_medicines else ""
    return Need("medicines", _counted(number, said, "medicine", none), place="medicine")


def _allergies(known: Known) -> Need:
    number = len(known.facts("allergy"))
    said = ngettext("{n} allergy written down", "{n} allergies written down", number)
    none = _("You wrote down: no known allergies") if known.person.no_known_allergies else ""
    return Need("allergies", _counted(number, said, "allergy", none), place="allergy")


def _treatments(known: Known) -> Need:
    number = len(known.facts("treatment"))
    said = ngettext("{n} treatment written down", "{n} treatments written down", number)
    return Need("treatments", _counted(number, said, "treatment", ""), place="treatment")


def _family(known: Known) -> Need:
    number = len(known.facts("relative"))
    said = ngettext("{n} illness written down", "{n} illnesses written down", number)
    return Need("family", _counted(number, said, "relative", ""), place="relative")


def _tried(known: Known) -> Need:
    """Look for therapies and procedures among the treatments."""
    rows = [row for row in known.facts("treatment") if row.type in {"therapy", "procedure"}]
    found = tuple(Found(known.names(row.id) or row.name, entry=row.id) for row in rows)
    return Need("tried", found, place="treatment")


def _slides(known: Known) -> Need:
    """Look for reports on samples of which somebody said whether the slides can be lent."""
    rows = [row for row in known.of_case("record") if row.slides_lent is not None]
    found = tuple(
        Found(_slides_words(row), entry=row.id, here=bool(row.slides_lent)) for row in rows
    )
    return Need("slides", found, {"type": "pathology", "title": _("Slides of the sample")})


def _slides_words(row: Any) -> str:
    state = _("can be lent") if row.slides_lent else _("cannot be lent")
    ask = _("ask: {who}").format(who=row.slides_how) if row.slides_how else ""
    said = ", ".join(filter(None, (state, ask)))
    return " – ".join((row.title or _("Record without a title"), said))


def _named(word: str, kind: str, names: str, title: Callable[[], str]) -> Callable[[Known], Need]:
    """Return a line that looks for records by the words of their titles."""
    pattern = re.compile(names, re.IGNORECASE)

    def line(known: Known) -> Need:
        rows = [row for row in known.of_case("record") if pattern.search(row.title)]
        return Need(word, _records(rows, known), {"type": kind, "title": title()})

    return line


_LINES = (
    _question,
    _letter,
    _results,
    _of_type("scans", "scan", lambda: _("Scan report")),
    _of_type("pictures", "imaging", lambda: _("Pictures of the scan, on disc or by a link")),
    _of_type("discharge", "discharge", lambda: _("Discharge letter")),
    _referral,
    _medicines,
    _allergies,
    _treatments,
)
_OF_KIND: Mapping[str, tuple[Callable[[Known], Need], ...]] = {
    "heart": (
        _named("tracing", "result", r"\b(ecg|ekg|electrocardiogram)\b", lambda: _("Heart tracing")),
        _named("echo", "imaging", r"\becho|heart scan", lambda: _("Heart scan, moving pictures")),
        _named("angiogram", "imaging", r"angiogra", lambda: _("Angiogram, pictures")),
        _family,
    ),
    "cancer": (
        _of_type("pathology", "pathology", lambda: _("Pathology report")),
        _slides,
        _named("team", "note", r"\b(mdt|team|tumour board)\b", lambda: _("Notes of the meeting")),
        _family,
    ),
    "joint": (
        _named("xrays", "imaging", r"x-?rays?\b", lambda: _("X-rays, pictures")),
        _of_type("operations", "operation", lambda: _("Operation note")),
        _tried,
    ),
}
"""What is asked for besides, by the kind of case."""


def _counted(number: int, said: str, place: str, none: str) -> tuple[Found, ...]:
    if number:
        return (Found(said.format(n=number), screen=place),)
    return (Found(none, screen="person"),) if none else ()


def _records(rows: Iterable[Any], known: Known) -> tuple[Found, ...]:
    ordered = sorted(rows, key=lambda row: undated_first(row.date), reverse=True)
    return tuple(_record(row, known) for row in ordered)


def _record(row: Any, known: Known) -> Found:
    told = (handed_words(one, known.names) for one in handed(row.id, known.rows["told"]))
    given = " · ".join(dict.fromkeys(told))
    return Found(_record_words(row, known), given, entry=row.id, here=is_here(row))


def _record_words(row: Any, known: Known) -> str:
    """Say what it is called, its date and where it stands."""
    title = row.title or row.file_name or _("Record without a title")
    when = row.date.words() if row.date else ""
    if is_here(row):
        state = _("you have it")
    elif awaited(row):
        due = due_words(row, known.today)
        state = _("asked for, {due}").format(due=due) if due else _("asked for")
    else:
        state = _("wanted, not asked for yet")
    number = _("number {number}").format(number=row.accession) if row.accession else ""
    named = ", ".join(filter(None, (title, when, number)))
    return " – ".join(part for part in (named, state, row.pictures_how) if part)


def _letter_words(row: Any) -> str:
    state = _("sent {date}").format(date=row.sent.words()) if row.sent else _("not sent yet")
    return " – ".join([row.title or _("Letter without a title"), state])
