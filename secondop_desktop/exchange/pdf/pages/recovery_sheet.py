"""The recovery sheet: one page that opens one journal without its passphrase, and says so."""

from collections.abc import Sequence

from secondop_desktop.exchange.pdf.blocks.block import Block
from secondop_desktop.exchange.pdf.blocks.boxes import Box
from secondop_desktop.exchange.pdf.blocks.lists import List
from secondop_desktop.exchange.pdf.blocks.prose import Heading, Para
from secondop_desktop.exchange.pdf.pages.document import About, preview
from secondop_desktop.lang import _


def recovery_sheet(code: Sequence[str], journal: str, made: str) -> bytes:
    """Return the sheet as a tagged PDF: the lines of the code, the journal's name, the day."""
    about = About(
        title=_("Recovery sheet"),
        person=_("Recovery sheet"),
        born=journal,
        made=_("Made with Secondop, {day}").format(day=made),
        notice=_("Whoever has this page can read the whole journal."),
    )
    return preview(_story(code, journal, made), about)[0]


def _story(code: Sequence[str], journal: str, made: str) -> list[Block]:
    lines = [Para(f"{at}.   {line}", "title") for at, line in enumerate(code, 1)]
    return [
        Heading(1, _("Recovery sheet")),
        Para(
            _(
                "This page opens the journal “{journal}” without its passphrase. Whoever has it "
                "can read everything in the journal and in its safe copies."
            ).format(journal=journal),
            "lead",
        ),
        Box(lines, tint="plain"),
        Heading(2, _("When you need it")),
        List([Para(step, "lead") for step in _steps()], mark="number"),
        Heading(2, _("Where to keep it")),
        List([Para(place, "lead") for place in _places()]),
        Heading(2, _("When it stops working")),
        Para(
            _(
                "It belongs to the passphrase of {day}. When that is changed or removed, this page "
                "no longer opens the journal: make a new one and tear this one up. It still "
                "opens older safe copies."
            ).format(day=made),
            "lead",
        ),
    ]


def _steps() -> list[str]:
    return [
        _("Open the journal in Secondop."),
        _(
            "Where it asks for the passphrase, type the four lines above. You can use small "
            "letters, and leave out the gaps. The last letter of each line catches a slip."
        ),
        _("Choose a new passphrase when Secondop asks for one."),
    ]


def _places() -> list[str]:
    return [
        _("Like money: locked away at home, or with somebody you trust. Not beside the computer."),
        _("Not as a photo, not in an email, and not in a folder that is copied to the internet."),
        _(
            "Without the passphrase and without this page nobody can open the journal: not you, "
            "and not the people who make Secondop."
        ),
    ]
