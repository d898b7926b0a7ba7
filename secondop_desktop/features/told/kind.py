"""What the list of people told tells the rest of the program."""

from secondop_desktop.features.told.model import Told
from secondop_desktop.journal.kinds import Field, Kind, Names
from secondop_desktop.lang import N_, TITLE, _, in_short

HOW = (
    ("letter", N_("By letter")),
    ("email", N_("By email")),
    ("phone", N_("By phone")),
    ("in person", N_("In person")),
    ("portal", N_("Through their website or app")),
)


def _title(row: Told, names: Names) -> str:
    name = names(row.provider)
    return _("Told {name}").format(name=name) if name else _("Told someone")


def _line(row: Told, names: Names) -> str:
    """Say how, and what they were told."""
    how = _(KIND.by_name["how"].label_of(row.how))
    return " · ".join(part for part in (how, in_short(row.what, TITLE)) if part)


KIND = Kind(
    name="told",
    model=Told,
    label=N_("Who was told"),
    plural=N_("Who was told"),
    add=N_("Add who was told"),
    icon="told",
    fields=(
        Field("provider", N_("Who you told"), required=True, refers="provider"),
        Field("date", N_("When"), happened=True),
        Field("how", N_("How you told them"), choices=HOW),
        Field("what", N_("What you told them")),
        Field("answer", N_("What they answered")),
        Field("records", N_("Records you handed over"), refers="record"),
    ),
    title=_title,
    line=_line,
    when="date",
    columns=("provider", "date", "how", "answer"),
)
