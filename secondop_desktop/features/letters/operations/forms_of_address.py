"""How a letter speaks to its reader, and how a helper speaks of the person it is about."""

from collections.abc import Mapping

from secondop_desktop.lang import N_, _

TITLES = frozenset({"dr", "mr", "mrs", "miss", "ms", "mx", "prof", "professor", "sister"})
_PARTICLES = frozenset(
    {"van", "von", "de", "del", "della", "di", "da", "dos", "du", "la", "le", "den", "der", "ter"}
    | {"al", "el", "bin", "ibn", "mac", "mc", "st", "o"}
)
_RELATIONS: Mapping[str, tuple[str, str, str]] = {
    "daughter": (N_("my mother"), N_("my father"), ""),
    "son": (N_("my mother"), N_("my father"), ""),
    "mother": (N_("my daughter"), N_("my son"), ""),
    "father": (N_("my daughter"), N_("my son"), ""),
    "parent": (N_("my daughter"), N_("my son"), ""),
    "sister": (N_("my sister"), N_("my brother"), ""),
    "brother": (N_("my sister"), N_("my brother"), ""),
    "wife": (N_("my wife"), N_("my husband"), N_("my spouse")),
    "husband": (N_("my wife"), N_("my husband"), N_("my spouse")),
    "partner": (N_("my partner"), N_("my partner"), N_("my partner")),
    "granddaughter": (N_("my grandmother"), N_("my grandfather"), ""),
    "grandson": (N_("my grandmother"), N_("my grandfather"), ""),
    "niece": (N_("my aunt"), N_("my uncle"), ""),
    "nephew": (N_("my aunt"), N_("my uncle"), ""),
    "friend": (N_("my friend"), N_("my friend"), N_("my friend")),
    "neighbour": (N_("my neighbour"), N_("my neighbour"), N_("my neighbour")),
}
"""What the helper is to the person, and what that makes the person to the helper: woman, man, or
not said. Whatever is not here word by word is not guessed at: the letter then says the name."""
_WHO = {"her": "female", "his": "male", "their": "", "my": "", "the": "", "your": ""}
"""What stands before it, and what that says of the person."""


def address_name(name: str, role: str, organisation: str) -> str:
    """Return title and surname to write to after "Dear"; nothing where it is a place's name.

    Without a title it is the whole name: which part of it is the surname cannot be known.
    """
    words = name.partition(",")[0].split()
    first = words[0].rstrip(".").casefold() if words else ""
    place = not role or (organisation and organisation in name) or "office" in role.casefold()
    if first not in TITLES:
        return name if name and not place else ""
    while len(words) > 2 and words[-1].isupper() and len(words[-1]) > 1:
        words.pop()  # letters after the name, such as FRCP
    return " ".join([words[0], *_surname(words[1:])])


def _surname(words: list[str]) -> list[str]:
    """Return the last word, and what belongs before it: van der Berg."""
    at = len(words) - 1
    while at > 0 and words[at - 1].casefold().rstrip(".'’") in _PARTICLES:
        at -= 1
    return words[max(at, 0) :]


def spoken_of(relationship: str, sex: str) -> str:
    """Return how a helper speaks of the person, such as "my mother"; empty where it is not sure."""
    said, sex = _known_of(relationship, sex)
    known = _RELATIONS.get(said)
    if known is None:
        return ""
    words = dict(zip(("female", "male"), known, strict=False)).get(sex, known[-1])
    return _(words) if words else ""


def pronouns(relationship: str, sex: str) -> tuple[str, str]:
    """Return the words for whose something is and for whom: her and her, his and him, or theirs."""
    _said, sex = _known_of(relationship, sex)
    return {
        "female": (_("her"), _("her")),
        "male": (_("his"), _("him")),
    }.get(sex, (_("their"), _("them")))


def _known_of(relationship: str, sex: str) -> tuple[str, str]:
    """Return what the helper is to the person, in one word, and the sex as far as it is told."""
    said = " ".join(relationship.casefold().strip(" .").split())
    first, _space, rest = said.partition(" ")
    return (rest, sex or _WHO[first]) if first in _WHO else (said, sex)
