"""Searches the help topics and the glossary together."""

from dataclasses import dataclass

from secondop_desktop.widgets.background.text_folding import fold
from secondop_desktop.window.help.glossary import Term, terms
from secondop_desktop.window.help.topics import Topic, topics

_SHORT = 2
"""So many letters or fewer are looked for only where a word begins, and not in long texts."""


@dataclass(frozen=True)
class Found:
    """Something found: the address to open, its title, and whether it is a word's."""

    address: str
    title: str
    is_word: bool


def search(text: str) -> tuple[Found, ...]:
    """Return what holds all the words typed, the closest first."""
    wanted = fold(text).split()
    if not wanted:
        return ()
    hits = [
        (_closeness(wanted, term.names, term.text), _of_term(term)) for term in terms().values()
    ]
    hits += [
        (_closeness(wanted, (topic.title,), topic.words), _of_topic(topic))
        for topic in topics().values()
    ]
    return tuple(found for _far, found in sorted((h for h in hits if h[0]), key=lambda h: h[0]))


def _closeness(wanted: list[str], names: tuple[str, ...], text: str) -> int:
    """Return 1 for a name typed in full, up to 4 for words in the text; 0 when not found."""
    known = [fold(name) for name in names]
    whole = " ".join(wanted)
    if whole in known:
        return 1
    if any(name.startswith(whole) for name in known):
        return 2
    if all(any(_begins(word, name) for name in known) for word in wanted):
        return 3
    if len(whole) <= _SHORT:
        return 0
    everything = fold(" ".join((*names, text)))
    return 4 if all(word in everything for word in wanted) else 0


def _begins(word: str, name: str) -> bool:
    return any(part.startswith(word) for part in name.replace("-", " ").split())


def _of_term(term: Term) -> Found:
    return Found(f"word:{term.word}", term.word, is_word=True)


def _of_topic(topic: Topic) -> Found:
    return Found(topic.key, topic.title, is_word=False)
