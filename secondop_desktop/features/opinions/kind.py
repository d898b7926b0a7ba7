"""What opinions and their comparison tell the rest of the program."""

from secondop_desktop.features.opinions.model import Mark, Opinion, Statement
from secondop_desktop.features.opinions.rules.aspects import (
    ASPECT_CHOICES,
    MARKS,
    page_numbered,
    place_counted,
    place_words,
)
from secondop_desktop.journal.kinds import Field, Kind, Names
from secondop_desktop.lang import N_, TITLE, _, in_short

HOW = (
    ("letter", N_("By letter")),
    ("in person", N_("In person")),
    ("phone", N_("By phone")),
    ("video", N_("By video")),
)


def _aspect(word: str) -> str:
    return _(dict(ASPECT_CHOICES).get(word, word))


def _opinion_title(row: Opinion, names: Names) -> str:
    name = names(row.provider)
    if not name and row.place is None:
        return _("Opinion without a name")
    return ": ".join(part for part in (place_words(row.place), name) if part)


def _opinion_line(row: Opinion, names: Names) -> str:
    how = _(OPINION.by_name["how"].label_of(row.how))
    return " · ".join(part for part in (how, in_short(row.overall, TITLE)) if part)


def _statement_title(row: Statement, names: Names) -> str:
    return _aspect(row.aspect) or _("Part of an opinion")


def _statement_line(row: Statement, names: Names) -> str:
    """Say what was said, by which opinion, and where."""
    said = in_short(row.text, TITLE) or (_("Not discussed") if row.not_discussed else "")
    return " · ".join(part for part in (said, names(row.opinion), row.source) if part)


def _mark_title(row: Mark, names: Names) -> str:
    if not row.aspect:
        return _("Comparison")
    mark = _(MARK.by_name["mark"].label_of(row.mark))
    return ": ".join(part for part in (_aspect(row.aspect), mark) if part)


def _mark_line(row: Mark, names: Names) -> str:
    return in_short(row.note, TITLE)


OPINION = Kind(
    name="opinion",
    model=Opinion,
    label=N_("Opinion"),
    plural=N_("Opinions"),
    add=N_("Add an opinion"),
    icon="opinion",
    fields=(
        Field("place", N_("Which opinion it is: 1, 2, 3"), required=True),
        Field("provider", N_("Who gave it"), refers="provider"),
        Field("date", N_("When"), happened=True),
        Field("appointment", N_("At which appointment"), refers="appointment"),
        Field("record", N_("The letter it is in"), refers="record"),
        Field("how", N_("How you were told"), choices=HOW),
        Field("overall", N_("What they say, in a few lines")),
        Field("records_seen", N_("Records they looked at"), refers="record"),
        Field("results_seen", N_("Test results they looked at"), refers="result"),
        Field("notes", N_("Your notes")),
    ),
    title=_opinion_title,
    line=_opinion_line,
    when="date",
    columns=("place", "provider", "date", "overall"),
    rules=(place_counted,),
)

STATEMENT = Kind(
    name="statement",
    model=Statement,
    label=N_("Part of an opinion"),
    plural=N_("Parts of opinions"),
    icon="opinion",
    fields=(
        Field("opinion", N_("Which opinion"), required=True, refers="opinion", owner=True),
        Field("aspect", N_("What it is about"), required=True, choices=ASPECT_CHOICES),
        Field("text", N_("What they said")),
        Field("source", N_("Where it is written, or said in person")),
        Field("record", N_("Letter or record it is in"), refers="record"),
        Field("page", N_("Page of that record")),
        Field(
            "place",
            N_("Words on that page, counted in letters"),
            only_with=("record", "page"),
        ),
        Field("not_discussed", N_("They did not talk about it")),
    ),
    title=_statement_title,
    line=_statement_line,
    columns=("opinion", "aspect", "text", "source"),
    rules=(page_numbered,),
)

MARK = Kind(
    name="mark",
    model=Mark,
    label=N_("Comparison"),
    plural=N_("Comparisons"),
    icon="compare",
    fields=(
        Field("aspect", N_("What it is about"), required=True, choices=ASPECT_CHOICES),
        Field("mark", N_("How the opinions compare"), choices=MARKS),
        Field("note", N_("Your note")),
    ),
    title=_mark_title,
    line=_mark_line,
    columns=("aspect", "mark", "note"),
)

KINDS = (OPINION, STATEMENT, MARK)
