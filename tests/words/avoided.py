"""The words we do not use, each with its reason, and the sentences that may hold them after all."""

import re
from collections.abc import Iterator

ACT = "it records, arranges and prints; this would be an act of a doctor"
ADVICE = "it gives no advice"
WINNER = "nothing computes a winner"
ALARM = "it does not alarm"
RUDE = "errors say what happened, where, and what to do"
PLAIN = "there is a plainer word"

AVOIDED: dict[str, str] = {
    r"analys(e|es|ed|ing|is)": ACT,
    r"interpret(s|ed|ing|ation|ations)?": ACT,
    r"detect\w*": ACT,
    r"diagnos(e|ed|ing)": ACT,
    r"assess(es|ed|ing|ment)?": ACT,
    r"predict\w*": ACT,
    r"recommend(s|ed|ing|ation|ations)?": ADVICE,
    r"(we|secondop) (advise|suggest)s?": ADVICE,
    r"(you|they|we|people|patients|doctors?|everyone) should": ADVICE,
    r"should (ask|see|take|tell|talk|call|stop|start|consider|choose|wait|go)": ADVICE,
    r"ought to": ADVICE,
    r"you must (see|tell|ask|have|take|stop|go)": ADVICE,
    r"abnormal(ly|ity|ities)?": ALARM,
    r"danger(s|ous|ously)?": ALARM,
    r"fatal(ly)?|deadly|life-threatening": ALARM,
    r"alarming(ly)?|worrying(ly)?": ALARM,
    r"scor(e|es|ed|ing)": WINNER,
    r"best": WINNER,
    r"winners?|winning": WINNER,
    r"right choice|wrong choice": WINNER,
    r"please": RUDE,
    r"sorry": RUDE,
    r"invalid": RUDE,
    r"oops": RUDE,
    r"illegal": RUDE,
    r"(1st|2nd|3rd) opinion": "say first, second, third opinion",
    r"(have|has|had) (a|the) (legal )?right to": "you can ask; it is not a right in law",
    r"e\.g\.|i\.e\.|etc\.": PLAIN,
    r"utili[sz]e\w*|commence\w*|prior to|in order to|regarding": PLAIN,
    r"click here": "say what the link leads to",
}

DISCLAIMER = (
    "A personal record. Not a medical device; it does not diagnose, interpret or advise. "
    "In an emergency call 999; for urgent advice, NHS 111."
)
ALLOWED: dict[str, str] = {
    DISCLAIMER: "says what the program is not",
    "but doctors should think about your request": "says what doctors are held to, not the reader",
    "and doctors should consider it": "says what doctors are held to, not the reader",
}
"""Sentences that may hold such a word, each with its reason."""


LETTER_MAY_SAY = frozenset({"please"})
"""A letter asks a person for something, which a message of the program does not."""


def faults(text: str, *, letter: bool = False) -> Iterator[str]:
    """Give each avoided word that a text holds outside the allowed sentences, with its reason."""
    text = " ".join(text.split())
    for sentence in ALLOWED:
        text = text.replace(sentence, "")
    for pattern, why in AVOIDED.items():
        if letter and pattern in LETTER_MAY_SAY:
            continue
        # A letter before or after it makes it another word; "abc.invalid" is an address.
        for found in re.finditer(rf"(?<![\w.-])({pattern})(?![\w-])", text, re.IGNORECASE):
            yield f"“{found.group()}” ({why})"
