"""What files leave open and two readings fit: it is asked once, never guessed."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from secondop_desktop.errors import UserError
from secondop_desktop.lang import _

Answers = Mapping[str, str]
"""The choice made, by the key of its question."""


@dataclass(frozen=True)
class Choice:
    """One answer that may be given: what programs call it, and its words for people."""

    key: str
    label: str


@dataclass(frozen=True)
class Question:
    """One sentence that ends in a question mark, and the answers it may have.

    ``key`` is the same each time the same files are read. ``default`` is the choice that holds
    until another is made; without one nothing is brought in before somebody answers. ``answer``
    is the choice that holds now, empty while there is none.
    """

    key: str
    text: str
    choices: tuple[Choice, ...]
    default: str = ""
    answer: str = ""

    @property
    def answered(self) -> str:
        """The words of the choice that holds, empty while there is none."""
        return next((one.label for one in self.choices if one.key == self.answer), "")


class Asked:
    """The questions of one reading, in the order in which they arose."""

    def __init__(self, answers: Answers | None = None) -> None:
        """Take the answers that were given to an earlier reading of the same files."""
        self._given = dict(answers or {})
        self._questions: dict[str, Question] = {}

    def ask(self, question: Question) -> str:
        """Return the key of the choice that holds, empty where somebody has to answer first.

        The same sentence is asked once, however many parts of the files wait for it; another
        one under the same key gets a number. Raises UserError for an answer that is none of
        its choices.
        """
        key = self._key(question)
        if key not in self._questions:
            self._questions[key] = replace(question, key=key, answer=self._answer(question, key))
        return self._questions[key].answer

    def held(self, key: str, default: str) -> str:
        """Return the answer to a question that can only be worded once all is compared."""
        return self._given.get(key, default)

    def all(self) -> tuple[Question, ...]:
        """Return what was asked; raises UserError for an answer to what was not."""
        for key in self._given:
            if key not in self._questions:
                raise UserError(
                    _("These files leave no question “{key}” open.").format(key=key[:60])
                )
        return tuple(self._questions.values())

    def _key(self, question: Question) -> str:
        key, number = question.key, 1
        while (known := self._questions.get(key)) and known.text != question.text:
            number += 1
            key = f"{question.key}-{number}"
        return key

    def _answer(self, question: Question, key: str) -> str:
        answer = self._given.get(key, question.default)
        if answer and answer not in {one.key for one in question.choices}:
            raise UserError(
                _(
                    "“{answer}” is no answer to the question “{key}”. Choose one of: {choices}."
                ).format(
                    answer=answer[:60],
                    key=key,
                    choices=", ".join(one.key for one in question.choices),
                )
            )
        return answer
