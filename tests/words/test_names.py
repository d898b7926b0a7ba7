"""What the help calls by name in quotation marks is called so by the program."""

import re

from babel.messages.pofile import read_po

from secondop_desktop.catalogue import KINDS
from secondop_desktop.paths import resource
from secondop_desktop.window.actions import ACTS
from secondop_desktop.window.help.topics import topics
from tests.words.said import in_sources

_QUOTED = re.compile(r"“([^”]+)”")
_ENDS = re.compile(r"[\s.,:…?]+$")
_STOPS = re.compile(r"[\s.,:?]+$")

EXAMPLES = frozenset(
    {
        "3 in 100 people",
        "3 of 5 records received",
        "6 results, 104 to 121",
        "About 2019",
        "about 2019",
        "March 2024",
        "below the range",
        "Do I need this operation now",
        "heart clinic",
        "Letter from the heart clinic",
        "negative",
        "not yet",
        "now",
        "Out of 100 people like me, how many",
        "said in person",
    }
)
"""What a person may write or read, and no button or field is called."""


def _bare(text: str) -> str:
    return _ENDS.sub("", text)


def _as_pressed(text: str) -> str:
    """Return a name with its ``…``: only what a button or a menu says has that too."""
    return _STOPS.sub("", text)


def _said_by_the_program() -> set[str]:
    with (resource("locale") / "secondop.pot").open("rb") as file:
        texts = [message.id for message in read_po(file)]
    whole = [one for text in texts for one in ((text,) if isinstance(text, str) else text)]
    return {form(text.replace("&", "")) for text in whole for form in (_bare, _as_pressed)}


def test_buttons_and_fields_are_called_in_the_help_as_on_the_screen() -> None:
    said = _said_by_the_program()
    wrong = {
        key: names
        for key, topic in topics().items()
        if (
            names := [
                name
                for name in _QUOTED.findall(topic.body)
                if _as_pressed(name) not in said | EXAMPLES
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


ROOMS = {
    "carer": "features/people/",
    "gathering-records": "features/records/",
    "lab-report": "features/results/",
    "on-behalf": "features/people/",
    "photos": "features/records/",
    "reading-an-opinion": "features/opinions/",
    "safe-to-wait": "features/cases/",
    "shortlist": "features/providers/",
    "steps": "features/cases/",
    "task": "window/tasks/",
}
"""Where the screen of a topic is made, when the topic does not bear the name of its kind."""
BESIDE = {
    "case": "features/records/",
    "files": "features/records/",
    "find": "features/records/",
    "home": "features/cases/",
}
"""Another room whose words are seen on the screen of a topic too."""
EVERYWHERE = ("widgets/", "window/sidebar.py", "window/actions.py", "journal/values/")


def _rooms(key: str) -> tuple[str, ...]:
    screen = key.partition("-")[0]
    kind = KINDS.get(screen)
    of_kind = f"features/{kind.model.__module__.split('.')[2]}/" if kind else "window/"
    return (ROOMS.get(key, of_kind), BESIDE.get(screen, of_kind), *EVERYWHERE)


def _said_in(rooms: tuple[str, ...]) -> set[str]:
    placed = ((said.where.removeprefix("secondop_desktop/"), said.text) for said in in_sources())
    return {_bare(text.replace("&", "")) for where, text in placed if where.startswith(rooms)}


def test_what_a_topic_names_is_said_on_its_own_screen() -> None:
    wrong: dict[str, list[str]] = {}
    for key, topic in topics().items():
        own = _said_in(_rooms(key))
        names = {_bare(name) for name in _QUOTED.findall(topic.body)} - EXAMPLES
        wrong |= {key: sorted(names - own)} if names - own else {}
    assert wrong == {}


def test_the_menus_of_the_help_hold_what_it_finds_there() -> None:
    held = {(act.menu.replace("&", ""), _bare(act.label.replace("&", ""))) for act in ACTS}
    named = set()
    for topic in topics().values():
        named |= {(m, _bare(n)) for n, m in re.findall(r"“([^”]+)” in the menu (\w+)", topic.body)}
        named |= set(re.findall(r"menu (\w+) and choose (\w+)", topic.body))
    assert len(named) >= 3
    assert named - held == set()


SAID_KEYS = {"the comma": ",", "–": "-", "Page": "Page Up"}
"""How a topic says a key that is no letter."""
OF_VIEWS = {"Ctrl+Enter", "Ctrl+1"}
"""Keys of a view of its own: the lab report, and the first of the screens."""


def test_the_keys_a_topic_speaks_of_are_those_of_the_menus() -> None:
    spoken = re.compile(r"\b(Ctrl|Shift|Alt) and (?:press )?(the comma|F\d|\w+|[+–-])")
    named = {
        f"{hold}+{SAID_KEYS.get(key, key)}"
        for topic in topics().values()
        for hold, key in spoken.findall(topic.body)
    } | set(re.findall(r"\bF1\d\b", " ".join(topic.body for topic in topics().values())))
    of_menus = {act.shortcut or act.typed for act in ACTS} - {""}
    assert len(named) > 8
    assert named - of_menus - OF_VIEWS - {"F11", "Shift+Tab"} == set()
