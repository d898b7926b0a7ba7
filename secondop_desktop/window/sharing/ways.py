"""The ways out of a journal: what each is called, and for whom it is."""

from dataclasses import dataclass

from secondop_desktop.lang import N_

ARCHIVE, TABLES, DATA = "archive", "tables", "data"
"""Those that are made on the page itself."""


@dataclass(frozen=True)
class Way:
    """One way out: a key of the page, or the place where it is made."""

    key: str
    title: str
    whom: str
    icon: str


TO_READ = (
    Way(
        "pdf",
        N_("Make a PDF"),
        N_("For the doctor: your summary, to read in ten minutes, on paper or on a screen."),
        "pdf",
    ),
    Way(
        "pack:form=pdf",
        N_("Pack: the summary and the records, in one PDF"),
        N_("For the doctor who wants to see the letters and scans as well."),
        "record",
    ),
    Way(
        "pack:form=folder",
        N_("Folder for a stick"),
        N_("For a clinic that takes a memory stick: the pack, and the files as they are."),
        "folder",
    ),
    Way(
        "pack:form=zip",
        N_("Zip with a password"),
        N_("For a clinic to which you send the same by e-mail."),
        "lock",
    ),
    Way(
        "pack:form=questions",
        N_("Single sheets"),
        N_("For you: your questions, a page for the fridge, a card for the wallet."),
        "print",
    ),
    Way(
        "letter",
        N_("Letters"),
        N_("For your GP, a clinic or a hospital: to ask for records, or for a second opinion."),
        "letter",
    ),
)
"""What people read."""

FOR_PROGRAMS = (
    Way(
        ARCHIVE,
        N_("Archive: the whole journal"),
        N_(
            "For you: to keep, or to move to another computer. Any program can read it, and "
            "Secondop makes the same journal of it again."
        ),
        "safe-copy",
    ),
    Way(
        TABLES,
        N_("Tables for a spreadsheet"),
        N_("For somebody who works with figures: every list as a sheet, and results by date."),
        "table",
    ),
    Way(
        DATA,
        N_("Data for a hospital’s computer (FHIR)"),
        N_("For a clinic or a health app whose program reads the summary and files it."),
        "export",
    ),
)
"""What programs read."""
