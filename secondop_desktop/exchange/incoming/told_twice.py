"""One name borne by two things of one import: another thing, or one told twice, which is asked."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from secondop_desktop.exchange.calendars.versions import is_older
from secondop_desktop.exchange.incoming import facts
from secondop_desktop.exchange.incoming.facts import Verdict
from secondop_desktop.exchange.incoming.there import family
from secondop_desktop.exchange.questions import Asked, Choice, Question
from secondop_desktop.exchange.read_entries import Given, Marks, ReadEntry, mark
from secondop_desktop.journal.kinds import Kind
from secondop_desktop.lang import _, ngettext

_KEY = "told-twice"
_ONE, _APART = "one", "apart"
_NAMED = 3
"""So many entries, and fields, are named in the question."""


@dataclass(frozen=True)
class _Pair:
    """The origins of two, of which the second goes on, what differs, and if they are surely one."""

    first: str
    origin: str
    fields: tuple[str, ...]
    sure: bool


class Twice:
    """Gives each thing a name of its own, and finds those that may be versions of one."""

    def __init__(self, asked: Asked) -> None:
        self._asked = asked
        self._pairs: list[_Pair] = []
        self.renamed: dict[str, str] = {}

    def distinct(self, kind: Kind, drafts: Sequence[ReadEntry]) -> list[ReadEntry]:
        """Return each thing once; what bears another's origin but says something else gets its own.

        Where somebody said that two are one, what the later says holds; ``renamed`` then leads
        from the origin of the later to that of the one.
        """
        found: dict[str, ReadEntry] = {}
        for draft in _latest(drafts):
            known = found.setdefault(draft.origin, draft)
            if known.values != draft.values and not draft.settled:
                own = f"{draft.origin}@{mark(str(Marks.of(kind, draft.values)))}"
                found.setdefault(own, replace(draft, origin=own))
        return self._joined(kind, found)

    def _joined(self, kind: Kind, found: dict[str, ReadEntry]) -> list[ReadEntry]:
        """Join those of one name that are one thing, if somebody said so; else they are asked."""
        whole: dict[str, ReadEntry] = {}
        first: dict[str, str] = {}
        for origin, draft in found.items():
            known = whole.get(first.setdefault(family(origin), origin))
            doubtful = known and not draft.settled and _may_be_one(kind, known, draft)
            own = self._asked_of(kind, known, draft) if known and doubtful else draft
            whole[own.origin] = own
        return list(whole.values())

    def _asked_of(self, kind: Kind, known: ReadEntry, draft: ReadEntry) -> ReadEntry:
        """Note a pair; return the later one, under the name of the first where they are one."""
        joins = self._asked.held(_KEY, "") == _ONE
        own = known.origin if joins else draft.origin
        self._pairs.append(_pair(kind, known, draft, own))
        if not joins:
            return draft
        self.renamed[draft.origin] = own
        return replace(draft, origin=own, values={**known.values, **draft.values})

    def settle(self, there: Collection[str]) -> None:
        """Forget the pairs of which both are in the journal, by their origins, as they are here."""
        self._pairs = [
            pair
            for pair in self._pairs
            if pair.first == pair.origin or not {pair.first, pair.origin} <= set(there)
        ]

    def ask(self, file: str, titles: Mapping[str, str]) -> None:
        """Ask once about all that may be told twice."""
        pairs = [pair for pair in self._pairs if pair.origin in titles]
        if not pairs:
            return
        text = ngettext(
            "In {file}: {titles} is there twice, and some details differ ({fields}). Is it "
            "the same thing?",
            "In {file}: {count} entries are there twice, and some details differ ({fields}): "
            "{titles}. Is each the same thing?",
            len(pairs),
        )
        fields = dict.fromkeys(field for pair in pairs for field in pair.fields)
        said = text.format(
            file=file,
            count=len(pairs),
            titles=_listed([titles[pair.origin] for pair in pairs]),
            fields=_listed([_(label) for label in fields]),
        )
        sure = all(pair.sure for pair in pairs)
        self._asked.ask(Question(_KEY, said, _choices(), _ONE if sure else ""))


def _latest(drafts: Sequence[ReadEntry]) -> Sequence[ReadEntry]:
    """Leave out each event of a calendar of which a later version comes in with it."""
    newest: dict[str, str] = {}
    for one in drafts:
        if one.given is Given.LASTING and not is_older(one.pointer, newest.get(one.origin, "")):
            newest[one.origin] = one.pointer
    if not newest:
        return drafts
    return [one for one in drafts if not is_older(one.pointer, newest.get(one.origin, ""))]


def _choices() -> tuple[Choice, ...]:
    return (
        Choice(_ONE, _("Yes: use what the later one says")),
        Choice(_APART, _("No: keep both")),
    )


def _listed(texts: Sequence[str]) -> str:
    return "; ".join(texts[:_NAMED]) + ("…" if len(texts) > _NAMED else "")


def _may_be_one(kind: Kind, known: ReadEntry, draft: ReadEntry) -> bool:
    """Tell whether two of one name and day may be versions of one; a sample's number tells less."""
    before, new = (Marks.of(kind, one.values).fields for one in (known, draft))
    dated = not kind.when or before.get(kind.when) == new.get(kind.when)
    other = facts.by_name(kind, before, new, draft.given) is Verdict.OTHER
    return dated and not other and draft.given is not Given.SAME_SOURCE


def _pair(kind: Kind, known: ReadEntry, draft: ReadEntry, origin: str) -> _Pair:
    before, new = (facts.of(kind, one) for one in (known, draft))
    names = [name for name in kind.by_name if before.get(name) != new.get(name)]
    labels = tuple(kind.by_name[name].label for name in names)
    return _Pair(known.origin, origin, labels, draft.given is Given.NOBODY)
