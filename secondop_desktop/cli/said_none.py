"""Telling at the command line that an answer "none" and an entry speak against each other."""

import sys

from secondop_desktop.cli.output import plain
from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.said_none import disagreeing
from secondop_desktop.journal.values.clock import local_today
from secondop_desktop.lang import _


def tell_disagreements(journal: Journal, kind: str) -> None:
    """Say what disagrees, after something of this kind was written; nothing is changed."""
    for name in journal.kinds if kind == "person" else (kind,):
        one = journal.kinds[name]
        if one.said_none:
            for person in journal.entries("person"):
                rows = journal.entries(name, person=person.id)
                for row in disagreeing(one, person, rows, local_today())[:1]:
                    _tell(journal, _(journal.kind("person").by_name[one.said_none].label), row.id)


def _tell(journal: Journal, answer: str, entry: str) -> None:
    text = _("“{answer}” is written down, but “{entry}” says otherwise. The PDF prints the entry.")
    said = text.format(answer=answer, entry=plain(journal.name(entry)))
    print(f"secondop: {said}", file=sys.stderr)
