"""What the archive says of itself, for somebody who finds it in twenty years."""

import textwrap
from collections.abc import Sequence

from secondop_desktop.exchange.archive import layout
from secondop_desktop.journal.kinds import Kinds
from secondop_desktop.lang import N_, _

_WIDTH = 78
_BEGIN = N_("This is a health journal, complete. It was written by the program Secondop {version}.")
_PARTS = (
    (
        "entries/",
        N_(
            "What was written down: one file for each kind of entry, one line for each entry. "
            "Entries in the bin are among them; they have “deleted_at”."
        ),
    ),
    (
        "schema/",
        N_("What the lines of each kind can hold, with the words of the form beside each name."),
    ),
    (
        "attachments/",
        N_(
            "Letters, scans, photos and other files, exactly as they were. Each is called by its "
            "SHA-256 sum; “file” in entries/record.jsonl leads to it, and “file_name” there says "
            "what it was called."
        ),
    ),
    ("attachments.jsonl", N_("A line for each of these files: its size, what it is, since when.")),
    ("sources.jsonl", N_("Which of these files entries were read from, and what each was called.")),
    (
        "changes.jsonl",
        N_(
            "The history: a line for each step, oldest first, then a line for each entry that it "
            "touched, with what stood there before and after."
        ),
    ),
    ("journal.json", N_("What the journal says of itself.")),
)
_HOW = (
    N_(
        "Every list is plain text in UTF-8, one JSON object in a line, so that any editor and any "
        "program can read it. Dates are written 2024, 2024-03 or 2024-03-05, as far as they are "
        "known; where “about” is true beside one, it is only about then. What is empty is left out."
    ),
    N_(
        "To see whether all is as it was written, open a terminal in the folder that holds “data” "
        "and type: sha256sum -c manifest-sha256.txt (on a Mac: shasum -a 256 -c "
        "manifest-sha256.txt). The folder is a bag by the BagIt standard, RFC 8493."
    ),
    N_("To have it back as a journal, open Secondop and bring in the zip, whole and unchanged."),
    N_("Entries that were marked as private are in it too. Keep it as you would keep the journal."),
)


def readme(kinds: Kinds, counts: Sequence[tuple[str, int]], version: str) -> str:
    """Return the text of the README."""
    rows = [name + "\n" + _filled(_(text), "    ") for name, text in _PARTS]
    listed = [
        _("{file}: {label}, {count}").format(
            file=layout.entries_of(kind).removeprefix("data/"),
            label=_(kinds[kind].plural),
            count=count,
        )
        for kind, count in counts
    ]
    parts = [
        _filled(_(_BEGIN).format(version=version)),
        *rows,
        *(_filled(_(text)) for text in _HOW),
        _("Entries of each kind:"),
        "\n".join(listed),
    ]
    return "\n\n".join(parts) + "\n"


def _filled(text: str, before: str = "") -> str:
    return textwrap.fill(text, _WIDTH, initial_indent=before, subsequent_indent=before)
