"""What letters tell the rest of the program."""

from secondop_desktop.features.letters.model import Letter
from secondop_desktop.journal.kinds import Field, Kind, Names
from secondop_desktop.lang import N_, _

TYPE = (
    ("ask", N_("Ask for a second opinion")),
    ("referral", N_("Ask for a referral")),
    ("records", N_("Ask for records")),
    ("tell", N_("Tell a doctor")),
    ("thanks", N_("Say thank you")),
    ("other", N_("Something else")),
)


def _title(row: Letter, names: Names) -> str:
    return row.title or _("Letter without a title")


def _line(row: Letter, names: Names) -> str:
    """Say to whom, what for, and whether it was sent."""
    name = names(row.to)
    to = _("to {name}").format(name=name) if name else ""
    kind_of = _(KIND.by_name["type"].label_of(row.type))
    sent = _("sent {date}").format(date=row.sent.words()) if row.sent else _("not sent yet")
    return " · ".join(part for part in (to, kind_of, sent) if part)


KIND = Kind(
    name="letter",
    model=Letter,
    label=N_("Letter"),
    plural=N_("Letters"),
    icon="letter",
    fields=(
        Field("title", N_("What to call it"), required=True),
        Field("type", N_("What it is for"), choices=TYPE),
        Field("to", N_("Who it goes to"), refers="provider"),
        Field("date", N_("Date on the letter")),
        Field("text", N_("The letter")),
        Field("sent", N_("When you sent it")),
        Field("version_of", N_("Earlier version of it"), refers="letter"),
    ),
    title=_title,
    line=_line,
    when="date",
    columns=("title", "type", "to", "date", "sent"),
)
