"""The front door for everything that comes in: recognised by content, planned, then applied."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from secondop_desktop.errors import UserError
from secondop_desktop.exchange import garbage
from secondop_desktop.exchange.apple import reading as apple
from secondop_desktop.exchange.apple.export_file import is_export
from secondop_desktop.exchange.archive import merging
from secondop_desktop.exchange.archive.opening import Archive
from secondop_desktop.exchange.archive.restoring import restore
from secondop_desktop.exchange.calendars import reading as calendars
from secondop_desktop.exchange.containers.gathering import Gathered, gather
from secondop_desktop.exchange.containers.packed_stream import PlainFile
from secondop_desktop.exchange.fhir import reading as fhir
from secondop_desktop.exchange.fhir.resources import parts_of
from secondop_desktop.exchange.imaging import disc_record as discs
from secondop_desktop.exchange.imaging.disc_files import is_disc
from secondop_desktop.exchange.incoming import (
    applying,
    archives,
    in_parts,
    json_files,
    tables_inside,
    xml_files,
)
from secondop_desktop.exchange.incoming.about_whom import Settled, Wanted, settle
from secondop_desktop.exchange.incoming.comparing import compare
from secondop_desktop.exchange.incoming.json_lines import is_bulk
from secondop_desktop.exchange.incoming.odd_dates import asked_about, before_birth_asked
from secondop_desktop.exchange.incoming.plan import Plan
from secondop_desktop.exchange.letting_go import let_go, taken
from secondop_desktop.exchange.people.none_answers import without_contradiction
from secondop_desktop.exchange.people.whose import born_of
from secondop_desktop.exchange.progress import Progress, Shares, Step, in_kib, silent, stage
from secondop_desktop.exchange.questions import Answers, Asked
from secondop_desktop.exchange.read_entries import (
    Content,
    Reading,
    Skipped,
    SourceFile,
    joined,
)
from secondop_desktop.exchange.source_files import any_file, mail_file, unread
from secondop_desktop.exchange.source_files.unreadable import reading_of
from secondop_desktop.exchange.stopping import stoppable
from secondop_desktop.exchange.tables import reading as tables
from secondop_desktop.exchange.tables import workbook
from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.files import workbooks
from secondop_desktop.journal.files.attachments import LARGEST
from secondop_desktop.journal.files.sniff import content_type
from secondop_desktop.journal.kinds import Kinds
from secondop_desktop.journal.progress import Tell, nobody
from secondop_desktop.journal.storage.private_files import read_regular
from secondop_desktop.lang import _, ngettext
from secondop_desktop.sandbox.process import FOR_WORK

__all__ = ["Plan", "apply", "read"]


def read(
    paths: Sequence[Path],
    journal: Journal,
    person: str | None = None,
    answers: Answers | None = None,
    *,
    sure: bool = True,
    pdf_password: str = "",
    remembered: Mapping[str, Answers] | None = None,
    zip_password: str = "",
    step: Step = silent,
) -> Plan:
    """Read files into a plan; nothing is written.

    ``person`` is the id of the person they are about, or ``whose.NEW``; without it, it is the
    one that fits what the files say, or the journal's only one. ``sure`` tells that somebody
    said so of these very files: else they may speak against it. ``answers`` are those given to
    the questions of an earlier plan, ``remembered`` those for tables of the same shape (see
    ``table_memory``). ``pdf_password`` opens locked PDFs to read
    their words; they stay locked. ``zip_password`` opens an archive of a journal, which an empty
    journal becomes. A folder and a zip stand for the files in them. Of several files those that
    cannot be read are left out by name. ``step`` hears how far it is; what it raises stops the
    reading at any stage, and nothing is left of it.

    Raises SomebodyElseError for files that are about somebody else, UserError for a file that
    cannot be read and where it cannot be told whose it is.
    """
    name, asked = _name(paths), Asked(answers, remembered)
    archive, gathered = _opened(paths, zip_password, step)
    try:
        if archive and archives.can_fill(journal):
            plan = archives.filling(archive, journal.kinds, step)
            return replace(plan, holder=gathered.holder)
        wanted = Wanted(person, sure, name, asked, of_journal=archive is not None)
        if archive:
            return _planned(journal, merging.read(archive, journal, step), gathered, wanted, step)
        found = _Found(Asked(answers, remembered), journal.kinds, step, pdf_password)
        apart = replace(wanted, asked=found.asked)
        if in_order := _planned_in_parts(journal, gathered, apart, found):
            return in_order
        with garbage.not_looked_for():  # what is planned in parts frees what it read
            read_in = _read(gathered.paths, _Found(asked, journal.kinds, step, pdf_password))
            return _planned(journal, read_in, gathered, wanted, step)
    except BaseException:
        gathered.let_go()
        raise


def _opened(
    paths: Sequence[Path], zip_password: str, step: Step
) -> tuple[Archive | None, Gathered]:
    """Return the archive that is given, or lies in the folder that is; and the files to read.

    An archive is one thing: any other zip stands for the files in it.
    """
    if archive := archives.among(_named(paths), zip_password, step):
        return archive, Gathered(paths=tuple(paths))
    gathered = gather(paths, step)
    if gathered.paths == tuple(paths):
        return None, gathered
    try:
        return archives.among(_named(gathered.paths), zip_password, step), gathered
    except BaseException:
        gathered.let_go()
        raise


def _planned(
    journal: Journal, read_in: Reading, gathered: Gathered, wanted: Wanted, step: Step
) -> Plan:
    """Compare what was read with the journal."""
    settled, name, asked = settle(journal, read_in, wanted), wanted.name, wanted.asked
    reading, person, told = settled.reading, settled.chosen.person, settled.told
    drafts, skipped = [*told, *reading.drafts], [*gathered.left_out, *reading.skipped]
    whole = replace(reading, drafts=drafts, skipped=skipped, people=(), notices=settled.notices)
    checked = without_contradiction(journal, whole, person)
    born = born_of(journal, person, told)
    checked = before_birth_asked(checked, journal.kinds, born, asked, name)
    comparing = stage(step, _("Comparing with what is in the journal"))
    plan = compare(journal, checked, person, name, asked, comparing)
    plan = replace(plan, questions=asked.all())
    return _finished(plan, settled, gathered, wanted, step)


def _finished(plan: Plan, settled: Settled, gathered: Gathered, wanted: Wanted, step: Step) -> Plan:
    """Return a plan that knows its files."""
    return replace(
        plan,
        certain=settled.chosen.certain,
        files=_of_journal(settled.reading, plan)
        if wanted.of_journal
        else _sources(gathered.paths, plan, step),
        tables=tuple(wanted.asked.tables),
        holder=gathered.holder,
    )


def _sources(paths: Sequence[Path], plan: Plan, step: Step) -> tuple[SourceFile, ...]:
    """Return the files from which something would be written, as they are now."""
    used = {item.draft.file for item in plan.written}
    named = [
        (name, path)
        for name, path in _named(paths).items()
        if name in used and path.stat().st_size <= LARGEST
    ]
    progress = Progress(in_kib(step), sum(path.stat().st_size for _name, path in named))
    return tuple(
        SourceFile(name, content, any_file.measured(content, progress.more)[1])
        for name, content in ((name, Content(name, path=path)) for name, path in named)
    )


def _of_journal(reading: Reading, plan: Plan) -> tuple[SourceFile, ...]:
    """Return the files that another journal read its entries from, as far as those are written."""
    written = [item.draft.bore for item in plan.written]
    used = {bore.source_file for bore in written if bore}
    return tuple(file for file in reading.files if file.name in used)


def _named(paths: Sequence[Path]) -> dict[str, Path]:
    """Return each path by the name to call it; of several of one name the later get a number."""
    found: dict[str, Path] = {}
    numbers: dict[str, int] = {}
    for path in dict.fromkeys(paths):
        name = shown = any_file.shown_name(path)
        while name in found:
            numbers[shown] = numbers.get(shown, 1) + 1
            name = f"{shown} ({numbers[shown]})"
        found[name] = path
    return found


def apply(
    journal: Journal, plan: Plan, *, keep_files: bool = True, step: Step = silent
) -> Sequence[str]:
    """Do what the plan says as one undoable change; return the ids added or changed.

    An empty journal that is filled from an archive gets the history from there.

    ``keep_files`` keeps the files themselves too, so that they can be looked up and read again;
    those that another journal kept always come along.
    ``step`` hears how far it is; what it raises leaves all as it was.
    """
    if plan.whole:
        return restore(journal, plan.whole, step)
    kept = plan if keep_files or plan.of_journal else replace(plan, files=())
    return applying.apply(journal, kept, step)


def _name(paths: Sequence[Path]) -> str:
    if len(paths) == 1:
        return any_file.shown_name(paths[0])
    return ngettext("{count} file", "{count} files", len(paths)).format(count=len(paths))


@dataclass
class _Found:
    asked: Asked
    kinds: Kinds
    step: Step = silent
    pdf_password: str = ""
    tell: Tell = nobody
    left_out: list[Skipped] = field(default_factory=list)
    readings: list[Reading] = field(default_factory=list)
    fhir: list[tuple[str, object]] = field(default_factory=list)


def _planned_in_parts(
    journal: Journal, gathered: Gathered, wanted: Wanted, found: _Found
) -> Plan | None:
    """Plan part by part what is too long for the memory; None where that need not or cannot be.

    FHIR in one piece may refer to the lines and they to it: such files are read together.
    """
    named = _named(gathered.paths)
    lines = in_parts.long_lines(named)
    if not lines:
        return None
    rest = [path for name, path in named.items() if name not in lines]
    _recognise_all(rest, found, alone=False)
    scanned = None if found.fhir else in_parts.look_through(lines, found.step)
    if scanned is None:
        return None
    notices = [any_file.not_kept(name) for name, path in lines.items() if is_bulk(path)]
    left_out = [*gathered.left_out, *found.left_out]
    others = joined([*found.readings, Reading(skipped=left_out, notices=notices)])
    plan, settled = in_parts.planned(journal, scanned, others, wanted, found.step)
    return _finished(plan, settled, gathered, wanted, found.step)


def _read(paths: Sequence[Path], found: _Found) -> Reading:
    """Read each file by what it is; all FHIR files together, for they refer to each other."""
    _recognise_all(paths, found, alone=True)
    kinds, asked = found.kinds, found.asked
    if found.fhir:
        names = list(dict.fromkeys(name for name, _document in found.fhir))
        reading = fhir.read(found.fhir, kinds, stage(found.step, _("Reading entry by entry")))
        told = names[0] if len(names) == 1 else _name(paths)
        found.readings.append(asked_about(reading, kinds, asked, told))
        parts = parts_of(found.fhir)
        found.fhir.clear()
        let_go(parts)
    return joined([*found.readings, Reading(skipped=found.left_out)])


def _recognise_all(paths: Sequence[Path], found: _Found, *, alone: bool) -> None:
    """Take from each file what it holds; those that cannot be read are left out by name.

    Where these ``alone`` come in, and none of them can be read, the last one's UserError is raised.
    """
    asked, together = found.asked, discs.loose(paths)
    sizes = {path: _size(path) for path in paths}
    shares = Shares(in_kib(found.step), sum(sizes.values()))
    if together:
        tell = shares.of(sum(sizes[path] for path in together))
        found.readings.append(discs.read(together, asked, tell))
    taken = frozenset(together)
    for name, path in _named(paths).items():
        if path in taken:
            continue
        try:
            with reading_of(name), stoppable(FOR_WORK, shares.of(sizes[path])) as found.tell:
                _recognise(path, name, found)
        except UserError as why:
            found.left_out.append(Skipped(name, str(why)))
            if alone and len(found.left_out) == len(paths):
                raise


def _size(path: Path) -> int:
    """Return the bytes of a file or a disc, as far as they tell how long it will take."""
    try:
        files = path.rglob("*") if path.is_dir() else [path]
        return sum(one.stat().st_size for one in files if one.is_file())
    except OSError:
        return 0


def _recognise(path: Path, name: str, found: _Found) -> None:
    """Read a file by what it is; a disc and an export may be larger than any other file."""
    if is_disc(path):
        found.readings.append(discs.read([path], found.asked, found.tell))
    elif is_export(path):
        told = apple.read(path, name, found.asked, found.tell)
        found.readings.append(_of_file(told.reading, name))
        found.fhir += [(name, told.fhir)] if told.fhir else []
    elif is_bulk(path):
        _take_bulk(path, name, found)
    else:
        _recognise_by_start(path, name, found)


def _take_bulk(path: Path, name: str, found: _Found) -> None:
    """Read a file that is larger than a journal keeps, as each line stands by itself."""
    document = json_files.fhir_document(PlainFile(path, name), found.tell)
    if document is None:
        any_file.head(path)  # says that it is too large
        return
    found.fhir.append((name, document))
    found.readings.append(Reading(notices=[any_file.not_kept(name)]))


def _recognise_by_start(path: Path, name: str, found: _Found) -> None:
    start, file = any_file.head(path), PlainFile(path, name)
    if json_files.is_json(start):
        document = json_files.fhir_document(file, found.tell)
        if document is not None:
            found.fhir.append((name, document))
            return
    if xml_files.may_be_xml(start) and (told := xml_files.health_document(file, found.tell)):
        found.fhir.append((name, told))
        return
    if content_type(start) == calendars.TYPE:
        found.readings.append(_of_file(calendars.read(read_regular(path), name, found.asked), name))
        return
    if workbooks.may_be_workbook(start) and (book := _workbook(path, name, found)):
        found.readings.append(_of_file(book, name))
        return
    if content_type(start) in tables.TYPES:
        found.readings.append(_of_file(_table(file, found), name))
        return
    reading = mail_file.read(path, found.pdf_password, found.asked)
    found.readings.append(_of_file(tables_inside.told(reading), name))


def _workbook(path: Path, name: str, found: _Found) -> Reading | None:
    """Read a spreadsheet file; one without a table that is known is kept, and that is said."""
    data = read_regular(path)
    if not workbooks.is_workbook(data) and not workbooks.is_locked_office(data, path.suffix):
        return None
    reading = workbook.read(data, name, found.asked, found.kinds, found.tell)
    if reading is not None:
        return reading
    return tables.with_notices(any_file.read(path), workbook.kept(name))


def _of_file(reading: Reading, name: str) -> Reading:
    """Let the entries of a reading know their file."""
    drafts = [*reading.drafts]
    reading = replace(reading, drafts=())
    return replace(reading, drafts=[replace(draft, file=name) for draft in taken(drafts)])


def _table(file: PlainFile, found: _Found) -> Reading:
    """Read a table; what only looks like one is kept as a file, and that is said."""
    if unread.is_message(file.data[:4096]):
        return any_file.read(file.path)
    reading = tables.read(file.data, file.name, found.asked, found.kinds, found.tell)
    if reading is not None:
        return reading
    return tables.with_notices(any_file.read(file.path), tables.kept(file.data, file.name))
