"""Reading a calendar into appointments: what repeats is asked about, what is none is named."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Final

from secondop_desktop.errors import UserError
from secondop_desktop.exchange import clock_changes
from secondop_desktop.exchange.calendars.appointments import appointment
from secondop_desktop.exchange.calendars.events import Event, events
from secondop_desktop.exchange.calendars.patient import named_in
from secondop_desktop.exchange.questions import Asked, Choice, Question
from secondop_desktop.exchange.read_entries import ReadEntry, Reading, Skipped
from secondop_desktop.journal.values.clock import local_today
from secondop_desktop.journal.values.dates import PartialDate
from secondop_desktop.lang import N_, _, ngettext
from secondop_desktop.sandbox.answers import TroubleError
from secondop_desktop.sandbox.process import EndedError

TYPE: Final = "text/calendar"
_MOST_AT_ONCE: Final = 60
_NO_VISITS: Final = frozenset({"REPLY", "COUNTER", "DECLINECOUNTER", "REFRESH"})
_OTHERS: Final[Mapping[str, str]] = {
    "VTODO": N_("something to do"),
    "VJOURNAL": N_("a note of a diary"),
    "VFREEBUSY": N_("when somebody is free"),
}


def read(data: bytes, name: str, asked: Asked) -> Reading:
    """Read the appointments of a calendar; ``name`` is how its file is called.

    Raises UserError where there is none that can be read.
    """
    try:
        found, others = events(data)
    except (TroubleError, EndedError):
        raise _no_calendar(name) from None
    made = _Calendar(name, asked, local_today())
    drafts = [draft for one in _newest(found) for draft in made.of(one, found)]
    skipped = [*made.skipped, *_named(others, name)]
    if not drafts:
        raise _nothing(name, skipped)
    people = [who for one in found for who in named_in(one, name)]
    return Reading(drafts, skipped, people, list(dict.fromkeys(made.notices)))


class _Calendar:
    """The appointments of one file, and what is to be said of them."""

    def __init__(self, name: str, asked: Asked, today: date) -> None:
        self._name, self._asked, self._today = name, asked, today
        self.skipped: list[Skipped] = []
        self.notices: list[str] = []

    def of(self, event: Event, others: Iterable[Event]) -> Iterator[ReadEntry]:
        """Yield the appointments that an event stands for."""
        if event["method"] in _NO_VISITS:
            self._skip(event, _("{title} only answers an invitation."))
        elif event.when is None:
            self._skip(event, _("{title} has no date that can be read."))
        else:
            own = {one.instance for one in others if one.uid == event.uid and one.instance}
            for one in self._chosen(event):
                if one is event or one.instance not in own:
                    yield appointment(self._on_the_clock(one), self._name, self._today)
            self._tell(event)

    def _on_the_clock(self, event: Event) -> Event:
        """Say of a time that it never was or came twice; of one that never was the day stays."""
        if event.when is None or not (odd := clock_changes.said(self._name, event.when)):
            return event
        self.notices.append(odd)
        return replace(event, when=event.when.without_time()) if event.when.is_skipped else event

    def _skip(self, event: Event, why: str) -> None:
        said = why.format(title=_("“{title}”").format(title=event.summary))
        self.skipped.append(Skipped(self._name, said))

    def _tell(self, event: Event) -> None:
        if event.zone:
            said = _(
                "“{title}” has a time in the zone “{zone}”, which is not known here. It is read as "
                "the time in the UK. Check it."
            )
            self.notices.append(said.format(title=event.summary, zone=event.zone[:40]))
        if event.told["attached"]:
            said = _("“{title}” comes with a file. It stays in {file} as it is.")
            self.notices.append(said.format(title=event.summary, file=self._name))

    def _chosen(self, event: Event) -> list[Event]:
        """Return those of a series that are wanted; one that cannot be counted is its first."""
        if not event.times:
            if event.endless:
                said = _(
                    "“{title}” repeats, but how often cannot be read. Only {date} is brought in."
                )
                day = event.when.words() if event.when else ""
                self.notices.append(said.format(title=event.summary, date=day))
            return [event]
        times = list(event.times)
        if len(times) == 1 and not event.endless:
            return [event]
        ahead = [at for at in times if at.last_day >= self._today]
        wanted = self._ask(event, times, ahead)
        kept = {"each": times, "ahead": ahead[:_MOST_AT_ONCE], "next": (ahead or times[-1:])[:1]}
        return [event.at(at) for at in kept[wanted]]

    def _ask(self, event: Event, times: list[PartialDate], ahead: list[PartialDate]) -> str:
        whole = not event.endless and len(times) <= _MOST_AT_ONCE
        next_one = (ahead or times[-1:])[0]
        choices = [Choice("next", _("Only {date}").format(date=next_one.words()))]
        if ahead and (not whole or len(ahead) < len(times)) and len(ahead) > 1:
            choices.insert(0, Choice("ahead", self._next_words(ahead)))
        if whole:
            choices.insert(0, Choice("each", _("All of them")))
        text = _("“{title}” takes place {number} times, {first} to {last}. Which ones do you want?")
        if event.endless:
            text = _("“{title}” repeats from {first}, with no last date. Which ones do you want?")
        said = text.format(
            title=event.summary,
            number=len(times),
            first=times[0].words(),
            last=times[-1].words(),
        )
        default = "each" if whole else "next"
        return self._asked.ask(Question("repeats", said, tuple(choices), default)) or default

    def _next_words(self, ahead: list[PartialDate]) -> str:
        shown = ahead[:_MOST_AT_ONCE]
        text = ngettext("The next one", "The next {number}, to {date}", len(shown))
        return text.format(number=len(shown), date=shown[-1].words())


def _newest(found: Iterable[Event]) -> Iterator[Event]:
    """Yield of each event the latest version that stands in the file."""
    newest: dict[tuple[str, str], Event] = {}
    for one in found:
        key = (one.uid or f"{one.summary} {one.when}", one.instance.iso if one.instance else "")
        if key not in newest or _version(newest[key]) <= _version(one):
            newest[key] = one
    yield from newest.values()


def _version(event: Event) -> tuple[int, str]:
    return event.sequence, event["stamp"]


def _named(others: Mapping[str, int], name: str) -> Iterator[Skipped]:
    for sort, count in others.items():
        what = _(_OTHERS[sort]) if sort in _OTHERS else sort
        text = ngettext(
            "It is not an appointment: {what}.", "{count} are not appointments: {what}.", count
        )
        yield Skipped(name, text.format(count=count, what=what))


def _no_calendar(name: str) -> UserError:
    text = _("{name} begins as a calendar and cannot be read as one. Get the file again.")
    return UserError(text.format(name=name))


def _nothing(name: str, skipped: Iterable[Skipped]) -> UserError:
    text = _("There is no appointment in {name} that can be read.").format(name=name)
    return UserError(" ".join([text, *(one.why for one in skipped)]))
