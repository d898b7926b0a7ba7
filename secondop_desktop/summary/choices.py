"""What goes into a summary, and the chapters it is chosen from, in order."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from importlib import import_module
from importlib.util import find_spec

from secondop_desktop.errors import UserError
from secondop_desktop.exchange.pdf.pages.chapter import Chapter, plain
from secondop_desktop.journal.kinds import Kinds
from secondop_desktop.lang import N_, _
from secondop_desktop.summary.happened import happened

CHRONOLOGY = "timeline"
COMPARISON = "opinion"
_ORDER = (
    CHRONOLOGY,
    COMPARISON,
    "result",
    "treatment-list",
    "record",
    "question",
    "case",
    "option",
    "decision",
    "diagnosis",
    "medicine",
    "allergy",
    "treatment",
    "symptom",
    "vaccination",
    "relative",
    "appointment",
    "every-opinion",
    "answer",
    "every-result",
    "every-record",
    "provider",
    "person",
    "step-notes",
    "shortlist",
)
ALL = "all"
"""Asks for every appendix."""


@dataclass(frozen=True)
class Choices:
    """One summary as the person wants it.

    ``sections`` are chapter keys (None: the usual ones), ``appendices`` are added to them;
    ``leave_out`` are ids of entries, ``private`` lets entries marked private in. ``page_one`` is
    left out only where a chapter is printed instead. ``reader`` is who it is for: the id of a
    doctor, or a word of ``reader.SORTS``; empty: whom the next appointment is with. ``since`` is
    how far back results, papers and events go (None: as ``since`` finds it). ``today`` is the day
    it is made. ``document_inside`` puts the same into the PDF for other programs (FHIR).
    """

    person: str
    case: str | None = None
    sections: tuple[str, ...] | None = None
    appendices: tuple[str, ...] = ()
    reader: str = ""
    since: date | None = None
    leave_out: frozenset[str] = frozenset()
    private: bool = False
    large_print: bool = False
    page_one: bool = True
    document_inside: bool = False
    today: date = field(default_factory=date.today)


def chapters(kinds: Kinds) -> list[Chapter]:
    """Return all chapters in the order in which they are printed."""
    rooms = dict.fromkeys(kind.model.__module__.rpartition(".")[0] for kind in kinds.values())
    own = [chapter for room in rooms for chapter in _own(room)]
    covered = {"person", *(name for chapter in own for name in chapter.kinds)}
    found = [Chapter(CHRONOLOGY, N_("What happened"), (), happened, usual=True), *own]
    found += [plain(kind) for name, kind in kinds.items() if name not in covered]
    order = {key: at for at, key in enumerate(_ORDER)}
    return sorted(found, key=lambda chapter: order.get(chapter.key, len(order)))


def _own(room: str) -> list[Chapter]:
    """Return the chapters that a feature keeps in ``pdf.py`` beside its model."""
    if find_spec(f"{room}.pdf") is None:
        return []
    made: dict[str, Chapter] = import_module(f"{room}.pdf").CHAPTERS
    return list(made.values())


def chosen_chapters(kinds: Kinds, choices: Choices) -> list[Chapter]:
    """Return the chapters to print; raises UserError for a section that there is not."""
    known = chapters(kinds)
    keys = [chapter.key for chapter in known]
    usual = [chapter.key for chapter in known if chapter.usual]
    named = usual if choices.sections is None else choices.sections
    wanted = {_key(name, keys, kinds) for name in named}
    if ALL in choices.appendices:
        wanted |= set(keys)
    wanted |= {_key(name, keys, kinds) for name in choices.appendices if name != ALL}
    return [chapter for chapter in known if chapter.key in wanted]


def _key(name: str, keys: Sequence[str], kinds: Kinds) -> str:
    """Return the key of a chapter, which may be named by its kind's plural too."""
    plurals = {kinds[key].plural.lower(): key for key in keys if key in kinds}
    key = plurals.get(name.lower(), name)
    if key not in keys:
        text = _("There is no section {name}. The sections are: {names}.")
        raise UserError(text.format(name=name, names=", ".join(keys)))
    return key
