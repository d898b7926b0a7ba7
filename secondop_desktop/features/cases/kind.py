"""What second-opinion cases tell the rest of the program."""

from secondop_desktop.features.cases.model import Case
from secondop_desktop.features.cases.rules.journey import STATUSES, round_counted, steps_known
from secondop_desktop.journal.kinds import Field, Kind, Names
from secondop_desktop.lang import N_, _

KIND_OF = (
    ("heart", N_("The heart or blood vessels")),
    ("cancer", N_("Cancer, or a growth")),
    ("joint", N_("A joint, the back or bones")),
    ("other", N_("Something else")),
)
REASONS = (
    ("serious", N_("It is a serious or complicated illness")),
    ("no improvement", N_("I am not getting better")),
    ("experimental", N_("The treatment is new, or doctors argue about it")),
    ("disagreement", N_("Doctors suggest different things")),
    ("uncertain", N_("The diagnosis is not certain")),
    ("major treatment", N_("It means a big operation or demanding treatment")),
    ("rare", N_("It is a rare illness")),
    ("peace of mind", N_("I would like peace of mind")),
)
SAFE_TO_WAIT = (
    ("yes", N_("Yes, I was told it is safe to wait")),
    ("no", N_("No, I was told not to wait")),
    ("asked", N_("I have asked and have no answer yet")),
    ("not asked", N_("I have not asked yet")),
)
ROUTE = (
    ("nhs", N_("NHS")),
    ("private", N_("Private")),
    ("both", N_("Both NHS and private")),
    ("undecided", N_("Not decided yet")),
)
SEND = (
    ("question", N_("Your question, in one sentence")),
    ("letter", N_("The letter with the first opinion")),
    ("results", N_("Test results")),
    ("scans", N_("Reports of scans and X-rays")),
    ("pictures", N_("The pictures of scans and X-rays")),
    ("discharge", N_("Letters about stays in hospital")),
    ("referral", N_("The referral letter")),
    ("medicines", N_("The list of your medicines")),
    ("allergies", N_("The list of your allergies")),
    ("treatments", N_("Operations and treatments you have had")),
    ("tracing", N_("Heart tracings (ECG)")),
    ("echo", N_("Heart scan: the report and the moving pictures")),
    ("angiogram", N_("Pictures of the blood vessels (angiogram)")),
    ("family", N_("Illnesses in the family")),
    ("pathology", N_("The report on the sample of tissue (pathology)")),
    ("slides", N_("The slides of that sample, on loan")),
    ("team", N_("Notes of the meeting where your care was discussed")),
    ("xrays", N_("X-rays: the pictures, old and new")),
    ("operations", N_("Operation notes")),
    ("tried", N_("How exercises and injections went")),
)
"""What may be on the list for the second doctor; which of it is depends on the kind of case."""


def _title(row: Case, names: Names) -> str:
    return row.title or row.question or _("Second opinion")


def _line(row: Case, names: Names) -> str:
    """Say the question, the diagnosis and the route."""
    question = row.question if row.title else ""
    route = _(KIND.by_name["route"].label_of(row.route))
    closed = _("closed {date}").format(date=row.closed.words()) if row.closed else ""
    return " · ".join(part for part in (question, names(row.diagnosis), route, closed) if part)


KIND = Kind(
    name="case",
    model=Case,
    label=N_("Second opinion"),
    plural=N_("Second opinions"),
    add=N_("Start a new question"),
    icon="case",
    fields=(
        Field("question", N_("Your question, in one sentence"), required=True),
        Field("title", N_("A short name for it")),
        Field("kind_of", N_("What it is mostly about"), choices=KIND_OF),
        Field("plan", N_("The diagnosis or plan you are not sure about")),
        Field("diagnosis", N_("Which diagnosis"), refers="diagnosis"),
        Field("reasons", N_("Why you want a second opinion"), choices=REASONS),
        Field("reasons_words", N_("Why, in your own words")),
        Field("safe_to_wait", N_("Is it safe to wait"), choices=SAFE_TO_WAIT),
        Field("safe_said_by", N_("Who said so"), refers="provider"),
        Field("safe_date", N_("When they said so")),
        Field("route", N_("NHS or private"), choices=ROUTE),
        Field("insurer", N_("Health insurer")),
        Field("authorisation", N_("Authorisation number from the insurer")),
        Field("referral_by", N_("Who refers you"), refers="provider"),
        Field("referral_asked", N_("When you asked for the referral")),
        Field("referral_sent", N_("When it was sent")),
        Field("referral_accepted", N_("When it was accepted")),
        Field("referral_declined", N_("When it was turned down")),
        Field("declined_why", N_("Why it was turned down")),
        Field("chase", N_("When to ask again")),
        Field("steps", N_("Where each step has got to"), choices=STATUSES),
        Field("step_notes", N_("Notes on the steps")),
        Field("send_ready", N_("What is ready for the second doctor"), choices=SEND),
        Field("send_also", N_("What else the second doctor gets")),
        Field("round", N_("Which round this is: 2 for a third opinion")),
        Field("opened", N_("When you started")),
        Field("closed", N_("When it was finished")),
        Field("outcome", N_("How it ended")),
        Field("review", N_("When to look at it again")),
        Field("notes", N_("Your notes")),
    ),
    title=_title,
    line=_line,
    when="opened",
    columns=("question", "diagnosis", "route", "opened"),
    rules=(round_counted, steps_known),
)
