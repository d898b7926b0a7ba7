"""A plan of more than the memory holds: made part by part, and kept on the disk."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path

from secondop_desktop.exchange.bulk.documents import weight
from secondop_desktop.exchange.bulk.parts import parts
from secondop_desktop.exchange.bulk.scanning import Scanned, scan
from secondop_desktop.exchange.containers.limits import MOST_BYTES
from secondop_desktop.exchange.fhir import reading as fhir
from secondop_desktop.exchange.fhir.carried import Carried
from secondop_desktop.exchange.incoming.about_whom import Settled, Wanted, settle
from secondop_desktop.exchange.incoming.comparing import compare_parts
from secondop_desktop.exchange.incoming.json_lines import LONG, has_lines
from secondop_desktop.exchange.incoming.odd_dates import asked_about, before_birth_asked
from secondop_desktop.exchange.incoming.once_asked import OnceAsked
from secondop_desktop.exchange.incoming.plan import Plan
from secondop_desktop.exchange.people.none_answers import AGAINST, without_contradiction
from secondop_desktop.exchange.people.whose import born_of
from secondop_desktop.exchange.progress import Shares, Step, in_kib, stage
from secondop_desktop.exchange.read_entries import ReadEntry, Reading, joined
from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.storage.long_list import LongList
from secondop_desktop.journal.storage.spool import Spool
from secondop_desktop.lang import _


def long_lines(named: Mapping[str, Path]) -> Mapping[str, Path]:
    """Return the files of lines among others, by name, if they hold much together.

    One line among them, such as that of the patient, is a file of lines too.
    """
    found = [path for path in named.values() if _is_lines(path, least=2)]
    if sum(map(weight, found)) < LONG:
        return {}
    return {name: path for name, path in named.items() if _is_lines(path, least=1)}


def _is_lines(path: Path, least: int) -> bool:
    try:
        fits = path.stat().st_size <= MOST_BYTES
    except OSError:
        return False
    return fits and has_lines(path, least)


def look_through(files: Mapping[str, Path], step: Step) -> Scanned | None:
    """Look through files of lines; None where they cannot be read part by part."""
    sizes = {name: path.stat().st_size for name, path in files.items()}
    shares = Shares(in_kib(step), sum(sizes.values()))
    return scan(files, {name: shares.of(size) for name, size in sizes.items()})


def planned(
    journal: Journal, scanned: Scanned, others: Reading, wanted: Wanted, step: Step
) -> tuple[Plan, Settled]:
    """Plan to bring in what was looked through, and what other files told.

    ``step`` hears how far it is; what it raises leaves nothing behind. Raises UserError as
    ``importing.read`` does.
    """
    spool = Spool()
    with spool.while_whole():
        return _planned(journal, scanned, others, wanted, spool, step)


def _planned(
    journal: Journal,
    scanned: Scanned,
    others: Reading,
    wanted: Wanted,
    spool: Spool,
    step: Step,
) -> tuple[Plan, Settled]:
    wanted = replace(wanted, asked=OnceAsked(wanted.asked))
    told = _read(journal, scanned, wanted, spool, step)
    first = Reading(
        drafts=[*told.providers, *told.answers], skipped=scanned.broken, people=told.people
    )
    settled = settle(journal, joined([first, others]), wanted)
    first = _checked(journal, settled, told.readings)
    person = settled.chosen.person
    born = born_of(journal, person, settled.told)

    def readings() -> Iterator[Reading]:
        for one in chain([first], told.readings):  # never all of them at once
            yield before_birth_asked(one, journal.kinds, born, wanted.asked, wanted.name)

    comparing = stage(step, _("Comparing with what is in the journal"))
    number = 1 + len(told.readings)
    named, several = wanted.name, len(scanned.lines.files) > 1 or bool(others.drafts)
    plan = compare_parts(
        *(journal, readings(), number, person, named, wanted.asked, spool, comparing),
        several_files=several,
    )
    return replace(plan, questions=wanted.asked.all()), settled


@dataclass(frozen=True)
class _Told:
    """What all parts said of the person and of whom they saw, and the rest part by part."""

    people: Sequence[ReadEntry]
    answers: Sequence[ReadEntry]
    providers: Sequence[ReadEntry]
    readings: LongList[Reading]


def _read(journal: Journal, scanned: Scanned, wanted: Wanted, spool: Spool, step: Step) -> _Told:
    readings, carried = LongList[Reading](spool, 1), Carried()
    people: Sequence[ReadEntry] = ()
    answers: Sequence[ReadEntry] = ()
    tell, done = stage(step, _("Reading entry by entry")), 0
    for own, part in zip(scanned.parts, parts(scanned), strict=True):
        tell(done, len(scanned.lines))
        told = fhir.read([(wanted.name, part)], journal.kinds, carried=carried)
        told = asked_about(told, journal.kinds, wanted.asked, wanted.name)
        # The last part knows what all of them answered about the person.
        people, answers = told.people, [one for one in told.drafts if one.kind == "person"]
        rest = [one for one in told.drafts if one.kind != "person"]
        readings.append(replace(told, drafts=rest, people=()))
        done += len(own)
    return _Told(people, answers, carried.providers, readings)


def _checked(journal: Journal, settled: Settled, readings: LongList[Reading]) -> Reading:
    """Return what is known of the person and of other files, without what entries contradict."""
    drafts = [*settled.told, *settled.reading.drafts]
    whole = replace(settled.reading, drafts=drafts, people=(), notices=settled.notices)
    person = settled.chosen.person
    for told in chain([[]], _against(readings)):
        checked = without_contradiction(journal, replace(whole, drafts=[*drafts, *told]), person)
        drafts = list(checked.drafts[: len(drafts)])
        whole = replace(checked, notices=list(dict.fromkeys(checked.notices)))
    return replace(whole, drafts=drafts)


def _against(readings: LongList[Reading]) -> Iterator[list[ReadEntry]]:
    """Yield of each part the entries that may speak against an answer of “none”."""
    kinds = set(AGAINST.values())
    for reading in readings:
        if those := [draft for draft in reading.drafts if draft.kind in kinds]:
            yield those
