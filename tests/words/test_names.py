"""What the help calls by name in quotation marks is called so by the program."""

import re

from babel.messages.pofile import read_po

from secondop_desktop.paths import resource
from secondop_desktop.window.actions import ACTS
from secondop_desktop.window.help.topics import topics

_QUOTED = re.compile(r"“([^”]+)”")
_ENDS = re.compile(r"[\s.,:…?]+$")

EXAMPLES = frozenset(
    {
        "3 in 100 people",
        "3 of 5 records received",
        "6 results, 104 to 121",
        "About 2019",
        "about 2019",
        "March 2024",
        "summer 2025",
        "below the range",
        "Do I need this operation now",
        "heart clinic",
        "Letter from the heart clinic",
        "negative",
        "no",
        "not yet",
        "now",
        "Out of 100 people like me, how many",
        "said in person",
    }
)
"""What a person may write or read, and no button or field is called."""


def _bare(text: str) -> str:
    return _ENDS.sub("", text)


def _said_by_the_program() -> set[str]:
    with (resource("locale") / "secondop.pot").open("rb") as file:
        texts = [message.id for message in read_po(file)]
    whole = [one for text in texts for one in ((text,) if isinstance(text, str) else text)]
    return {_bare(text) for text in whole}


def test_buttons_and_fields_are_called_in_the_help_as_on_the_screen() -> None:
    said = _said_by_the_program()
    wrong = {
        key: names
        for key, topic in topics().items()
        if (
            names := [
                name for name in _QUOTED.findall(topic.body) if _bare(name) not in said | EXAMPLES
            ]
        )
    }
    assert wrong == {}


def test_every_example_is_in_the_help() -> None:
    quoted = {_bare(name) for one in topics().values() for name in _QUOTED.findall(one.body)}
    assert quoted >= EXAMPLES


def test_the_keys_of_the_help_are_those_of_the_menus() -> None:
    named = set(re.findall(r"\*\*((?:Ctrl|Shift|Alt|F\d)[^* ]*)\*\*", topics()["keys"].body))
    of_menus = {act.shortcut or act.typed for act in ACTS} - {""}
    elsewhere = {"Ctrl+1", "Ctrl+9", "F6", "Alt+Left", "Alt+Right"}
    assert named == of_menus | elsewhere
