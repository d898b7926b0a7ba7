"""What costs tell the rest of the program."""

from secondop_desktop.features.costs.model import Cost
from secondop_desktop.features.costs.rules import money
from secondop_desktop.journal.kinds import ASK_ABOUT, Field, Kind, Names, Turn
from secondop_desktop.lang import N_, _

STATE = (
    ("quote", N_("Quoted")),
    ("due", N_("To be paid")),
    ("paid", N_("Paid")),
    ("claimed", N_("Claimed from the insurer")),
    ("refunded", N_("Paid back to you")),
)
PAYER = (
    ("me", N_("You, yourself")),
    ("insurer", N_("The insurer")),
    ("other", N_("Someone else")),
)


def _title(row: Cost, names: Names) -> str:
    return row.what or _("Cost")


def _line(row: Cost, names: Names) -> str:
    """Say how much, how far it is, and with whom."""
    state = _(KIND.by_name["state"].label_of(row.state))
    parts = (money(row.amount, row.currency), state, names(row.provider))
    return " · ".join(part for part in parts if part)


KIND = Kind(
    name="cost",
    model=Cost,
    label=N_("Cost"),
    plural=N_("Costs"),
    add=N_("Add a cost"),
    icon="cost",
    fields=(
        Field("what", N_("What it is for"), required=True),
        Field("amount", N_("How much")),
        Field("currency", N_("Currency, such as GBP")),
        Field("state", N_("Has it been paid"), choices=STATE),
        Field("payer", N_("Who pays"), choices=PAYER),
        Field("provider", N_("Who charges it"), refers="provider"),
        Field("policy", N_("Insurance policy number")),
        Field("authorisation", N_("Authorisation number from the insurer")),
        Field("date", N_("When")),
        Field("due", N_("Pay by")),
        Field("record", N_("The bill or quote"), refers="record"),
        Field("notes", N_("Your notes")),
    ),
    title=_title,
    line=_line,
    when="date",
    columns=("what", "amount", "currency", "state", "date"),
    turns=(
        Turn(
            "task",
            N_("Add this to the things to do"),
            "text",
            {"what": "text", "due": "due"},
            link="linked",
            stays=True,
        ),
        ASK_ABOUT,
    ),
)
