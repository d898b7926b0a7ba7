"""The terms we settled on: the words we decided against, each with what we say and why.

The list for people stands in CONTRIBUTING.md ("Terms"); a test holds the two together.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True)
class Term:
    """What we say, what we decided against (a pattern), and why; ``but`` are texts that may."""

    say: str
    against: str
    why: str
    but: tuple[str, ...] = ()


TERMS = (
    Term("appointment", r"visits?", "one word for it, and the one on NHS letters"),
    Term("question", r"(my|your|the|this|a) cases?", "“case” is a word of clinics and courts"),
    Term(
        "bring in",
        r"imports?|imported|importing",
        "plain; “import” is only the name of the command",
    ),
    Term("write down, add", r"puts? down|putting down", "said of animals and telephones"),
    Term("put in the bin", r"puts? away|putting away", "says where it is"),
    Term("who", r"whom", "nobody says it aloud"),
    Term("is, is written", r"as it stands|stands (on|there|below|beside)", "a word of files"),
    Term("again", r"anew", "a word of books"),
    Term("left out", r"(left|put) aside", "one word for what does not come in or go out"),
    Term("refer you", r"sends? (you|me) (on )?to (a|an|another|someone)", "what a GP does"),
    Term("what kind", r"(what|which|some) sorts? of", "one word for it"),
    Term("private (of care)", r"privately funded|self-pay\w*", "what people call it"),
    Term("GP surgery", r"(doctor's|GP) offices?|medical practices?", "what people call it"),
    Term(
        "independent, does not work with the first doctor",
        r"unaffiliated|unconnected|arm's length",
        "“independent” also names private hospitals, so it is explained where it is asked",
    ),
    Term("safe copy", r"back-?ups?|backed up", "says what it is for"),
    Term("how it turned out", r"what came of it|how it came out", "as one asks a friend"),
    Term("You set this", r"only you set", "does not scold"),
    Term("where it has got to", r"how far it is:?$", "as one asks on the telephone"),
    Term("can (you choose)", r"you may (choose|want to choose)", "“may” sounds like leave given"),
)


def against(text: str) -> Iterator[str]:
    """Give each word of a text that was decided against, with what we say instead."""
    said = " ".join(text.split())
    for term in TERMS:
        rest = said
        for sentence in term.but:
            rest = rest.replace(sentence, "")
        for found in re.finditer(rf"(?<![\w.-])({term.against})(?![\w-])", rest, re.IGNORECASE):
            yield f"“{found.group()}”: say “{term.say}” ({term.why})"
