"""What records tell the rest of the program."""

from collections.abc import Callable, Mapping
from typing import Any

from secondop_desktop.features.records.model import Record
from secondop_desktop.features.records.rules.requests import pages_counted
from secondop_desktop.features.records.rules.taken_back import is_fact
from secondop_desktop.journal.kinds import ASK_ABOUT, DO_ABOUT, Field, Kind, Names, Turn
from secondop_desktop.journal.values.sizes import size_words
from secondop_desktop.lang import N_, _

TYPE = (
    ("letter", N_("Letter")),
    ("result", N_("Test result")),
    ("scan", N_("Scan report")),
    ("imaging", N_("Pictures of a scan or X-ray")),
    ("discharge", N_("Discharge letter")),
    ("prescription", N_("Prescription")),
    ("photo", N_("Photo")),
    ("referral", N_("Referral")),
    ("consent", N_("Consent form")),
    ("consultation", N_("Appointment or consultation")),
    ("pathology", N_("Pathology report, on a sample of tissue")),
    ("operation", N_("Operation note")),
    ("procedure", N_("Operation or procedure")),
    ("vaccination", N_("Vaccination")),
    ("family", N_("Family history")),
    ("medicine", N_("Medicine given or dispensed")),
    ("device", N_("Device or implant")),
    ("plan", N_("Care plan or goal")),
    ("note", N_("Note in the medical record")),
    ("other", N_("Something else")),
)
STATE = (
    ("wanted", N_("I want to get it")),
    ("asked", N_("I have asked for it")),
    ("received", N_("I have it")),
)


def _title(row: Record, names: Names) -> str:
    """Name it; what its sender took back says so wherever it is named."""
    name = row.title or row.file_name or _("Record without a title")
    return name if is_fact(row) else _("{name} (taken back)").format(name=name)


def _line(row: Record, names: Names) -> str:
    """Say what it is, who it is from, and whether it is in hand."""
    kind_of = _(KIND.by_name["type"].label_of(row.type))
    sender = names(row.from_provider)
    by = _("from {name}").format(name=sender) if sender else ""
    waiting = row.state if row.state != "received" else ""
    state = _(KIND.by_name["state"].label_of(waiting))
    return " · ".join(part for part in (kind_of, by, state, row.place) if part)


def _fhir() -> Mapping[str, Callable[..., Any]]:
    from secondop_desktop.features.records.fhir import FHIR

    return FHIR


KIND = Kind(
    name="record",
    model=Record,
    label=N_("Record"),
    plural=N_("Records"),
    add=N_("Add a record"),
    icon="record",
    fields=(
        Field("title", N_("What to call it"), required=True),
        Field("type", N_("What kind of record"), choices=TYPE),
        Field("date", N_("Date on it"), happened=True),
        Field("from_provider", N_("Who it is from"), refers="provider"),
        Field("pages", N_("How many pages")),
        Field("accession", N_("Number of the scan or the sample")),
        Field("pictures_how", N_("How to get the pictures")),
        Field("slides_lent", N_("Can the slides be lent")),
        Field("slides_how", N_("Who to ask for the slides")),
        Field("file", N_("The file itself"), file=True),
        Field("file_name", N_("Name of the file")),
        Field("file_type", N_("Type of the file")),
        Field("file_size", N_("Size of the file"), said=size_words),
        Field("place", N_("Where the paper is kept")),
        Field("text", N_("Text found in it")),
        Field("state", N_("Do you have it"), choices=STATE),
        Field("holder", N_("Who holds it"), refers="provider"),
        Field("asked", N_("When you asked for it")),
        Field("extended", N_("They said they need two more months")),
        Field("received", N_("When you got it")),
        Field("raw", N_("What the file said")),
        Field("linked", N_("What it belongs to")),
        Field("notes", N_("Your notes")),
    ),
    title=_title,
    line=_line,
    when="date",
    columns=("title", "type", "date", "from_provider", "state"),
    rules=(pages_counted,),
    turns=(
        ASK_ABOUT,
        DO_ABOUT,
        Turn(
            "treatment",
            N_("Write down the treatment it describes"),
            "name",
            {"title": "name", "date": "date"},
            link="records",
            stays=True,
        ),
    ),
    fhir=_fhir,
    is_fact=is_fact,
    judged_by=("raw",),
)
