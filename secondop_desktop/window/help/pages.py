"""What stands at each address of the help: a topic, a word, or a list that is made."""

import re
from dataclasses import dataclass
from urllib.parse import quote, unquote

from secondop_desktop.lang import _, spoken_of
from secondop_desktop.window.help.glossary import Term, letter_of, terms
from secondop_desktop.window.help.topics import (
    ABOUT_THE_PROGRAM,
    CONTENTS,
    GROUPS,
    WORDS,
    Topic,
    topics,
)

_WORD = "word:"
_MARKS = re.compile(r"([\\`*_{}\[\]()<>#+!|-])")


@dataclass(frozen=True)
class HelpPage:
    """A heading, and the Markdown that stands under it."""

    title: str
    body: str


def page_at(address: str) -> HelpPage:
    """Return the page of a topic's key or of ``word:biopsy``; the contents where there is none."""
    if address == WORDS:
        return HelpPage(_("Words, A to Z"), _all_words())
    word = terms().get(address.removeprefix(_WORD)) if address.startswith(_WORD) else None
    if word is not None:
        return HelpPage(word.word, _one_word(word))
    topic = topics().get(address)
    return _topic_page(topic) if topic else HelpPage(_("Contents"), _contents())


def _topic_page(topic: Topic) -> HelpPage:
    """Show a topic; who helps somebody is told whose question and health it speaks of."""
    name = spoken_of()
    if not name or topic.key in ABOUT_THE_PROGRAM:
        return HelpPage(topic.title, topic.body)
    text = _(
        "You are helping {name}. Where this page says “your health” or “your doctor”, "
        "it means {name}'s."
    )
    return HelpPage(topic.title, f"*{_plain(text.format(name=name))}*\n\n{topic.body}")


def is_there(address: str) -> bool:
    """Tell whether a link with this address leads somewhere."""
    made = address in {CONTENTS, WORDS}
    return made or address in topics() or address.removeprefix(_WORD) in terms()


def link_to(address: str) -> str:
    """Return an address as a link carries it: spaces and marks such as "#" are written in code."""
    return quote(address, safe=":")


def address_in(link: str) -> str:
    """Return the address that a link carries."""
    return unquote(link)


def _contents() -> str:
    known = topics()
    parts = []
    for title, group in GROUPS:
        lines = "\n".join(f"- [{known[key].title}]({key})" for key in group)
        parts += [_heading(_(title)), lines]
    parts += [_heading(_("Words")), f"- {_way_to_words()}"]
    return "\n\n".join(parts)


def _heading(text: str) -> str:
    return f"## {text}"


def _way_to_words() -> str:
    words = _("Words, A to Z")
    return f"[{words}]({WORDS})"


def _all_words() -> str:
    """List every word under its letter, as a link to what it means."""
    parts, letter = [], ""
    for term in terms().values():
        if letter_of(term) != letter:
            letter = letter_of(term)
            parts.append(f"\n## {_plain(letter)}\n")
        also = f" ({_plain(', '.join(term.also))})" if term.also else ""
        parts.append(f"- [{_plain(term.word)}]({link_to(f'{_WORD}{term.word}')}){also}")
    return "\n".join(parts)


def _one_word(term: Term) -> str:
    parts = [_plain(term.text)]
    if term.also:
        also = _("Also written: {names}").format(names=", ".join(term.also))
        parts.append(_plain(also))
    parts.append(
        _("Your doctor can say what it means for you. You can [note a question](question) to ask.")
    )
    parts.append(_way_to_words())
    return "\n\n".join(parts)


def _plain(text: str) -> str:
    """Keep marks that a word is written with, such as "#", from being read as Markdown."""
    return _MARKS.sub(r"\\\1", text)
