"""Thousands of readings of a meter: which kinds, and from when on, is asked before they come in."""

from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta

from secondop_desktop.exchange.questions import Asked, Choice, Question
from secondop_desktop.exchange.read_entries import ReadEntry
from secondop_desktop.journal.values.dates import PartialDate
from secondop_desktop.lang import _, ngettext

_MANY = 200
"""So many results are few enough to be looked through by hand."""

_ALL = "all"
_DAYS = (14, 30, 90, 365)


def chosen_part(
    drafts: Sequence[ReadEntry], file: str, asked: Asked
) -> tuple[list[ReadEntry], list[str]]:
    """Return the results that somebody chose of very many, and a sentence about the others."""
    if len(drafts) <= _MANY:
        return [*drafts], []
    kept = _since(_of_kind(drafts, file, asked), file, asked)
    left = len(drafts) - len(kept)
    if not left:
        return kept, []
    text = ngettext(
        "{file}: {count} result is left out, as you chose.",
        "{file}: {count} results are left out, as you chose.",
        left,
    )
    return kept, [text.format(file=file, count=left)]


def _of_kind(drafts: Sequence[ReadEntry], file: str, asked: Asked) -> list[ReadEntry]:
    counted = Counter(str(draft.values["test"]) for draft in drafts)
    if len(counted) < 2:
        return [*drafts]
    text = _("{file} holds {count} results. Which do you want to bring in?")
    question = Question(
        "which-results",
        text.format(file=file, count=len(drafts)),
        (
            Choice(_ALL, _("All of them")),
            *(
                Choice(_key(test), _("Only {test} ({count})").format(test=test, count=count))
                for test, count in counted.most_common(8)
            ),
        ),
        _ALL,
    )
    answer = asked.ask(question, once=file)
    return [one for one in drafts if answer in {_ALL, _key(str(one.values["test"]))}]


def _key(test: str) -> str:
    return "-".join(test.casefold().split())


def _since(drafts: Sequence[ReadEntry], file: str, asked: Asked) -> list[ReadEntry]:
    days = [day for draft in drafts if (day := _day(draft))]
    if not days or len(drafts) <= _MANY:
        return [*drafts]
    first, last = min(days), max(days)
    choices = [Choice(str(span), _choice(days, last, span)) for span in _DAYS if _cuts(days, span)]
    text = _("{file} holds results from {first} to {last}. How far back do you want them?")
    question = Question(
        "results-since",
        text.format(file=file, first=_words(first), last=_words(last)),
        (Choice(_ALL, _("All of them ({count})").format(count=len(drafts))), *choices),
        _ALL,
    )
    answer = asked.ask(question, once=file) if choices else _ALL
    if answer in {_ALL, ""}:
        return [*drafts]
    begins = last - timedelta(days=int(answer) - 1)
    return [one for one in drafts if (_day(one) or last) >= begins]


def _cuts(days: Sequence[date], span: int) -> bool:
    return (max(days) - min(days)).days >= span


def _choice(days: Sequence[date], last: date, span: int) -> str:
    begins = last - timedelta(days=span - 1)
    text = _("The last {days} days: from {date} on ({count})")
    count = sum(day >= begins for day in days)
    return text.format(days=span, date=_words(begins), count=count)


def _day(draft: ReadEntry) -> date | None:
    found = draft.values.get("date")
    return found.first_day if isinstance(found, PartialDate) else None


def _words(day: date) -> str:
    return PartialDate.of(day).words()
