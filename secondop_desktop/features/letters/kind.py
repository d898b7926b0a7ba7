"""What letters tell the rest of the program."""

from secondop_desktop.features.letters.model import Letter
from secondop_desktop.features.letters.rules import HOW, TYPE
from secondop_desktop.journal.kinds import Field, Kind, Names
from secondop_desktop.lang import N_, _


def _title(row: Letter, names: Names) -> str:
    title = row.title or _("Letter without a title")
    return _("Kept version: {title}").format(title=title) if row.version_of else title


def _line(row: Letter, names: Names) -> str:
    """Say to whom, what for, and whether it was sent."""
    name = names(row.to)
    to = _("to {name}").format(name=name) if name else ""
    kind_of = _(KIND.by_name["type"].label_of(row.type))
    return " · ".join(part for part in (to, kind_of, _sent(row)) if part)


def _sent(row: Letter) -> str:
    """Say when and how it was sent; whether a kept version was is told by the letter itself."""
    if not row.sent:
        return "" if row.version_of else _("not sent yet")
    said = _("sent {date}").format(date=row.sent.words())
    how = _(KIND.by_name["how"].label_of(row.how))
    return f"{said}, {how[0].lower()}{how[1:]}" if how else said


KIND = Kind(
    name="letter",
    model=Letter,
    label=N_("Letter"),
    plural=N_("Letters"),
    add=N_("Write a letter"),
    icon="letter",
    fields=(
        Field("title", N_("What to call it"), required=True),
        Field("type", N_("What it is for"), choices=TYPE),
        Field("to", N_("Who it goes to"), refers="provider"),
        Field("sender", N_("Who it is from, with the address")),
        Field("recipient", N_("Name and address it goes to")),
        Field("subject", N_("What it is about, in one line")),
        Field("date", N_("Date on the letter")),
        Field("text", N_("The letter")),
        Field("sent", N_("When you sent it")),
        Field("how", N_("How you sent it"), choices=HOW),
        Field("version_of", N_("Kept version of"), refers="letter", owner=True),
    ),
    title=_title,
    line=_line,
    when="date",
    columns=("title", "type", "to", "date", "sent"),
)
