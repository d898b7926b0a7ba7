"""What files leave open and two readings fit: it is asked once, never guessed."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from typing import Any

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
    is the choice that holds now, empty while there is none. ``about`` names places in the files,
    such as the line of a row, of which the answer changes what comes in.
    """

    key: str
    text: str
    choices: tuple[Choice, ...]
    default: str = ""
    answer: str = ""
    about: tuple[str, ...] = ()

    @property
    def answered(self) -> str:
        """The words of the choice that holds, empty while there is none."""
        return next((one.label for one in self.choices if one.key == self.answer), "")


class Asked:
    """The questions of one reading, in the order in which they arose."""

    def __init__(
        self, answers: Answers | None = None, remembered: Mapping[str, Answers] | None = None
    ) -> None:
        """Take the answers given to an earlier reading of the same files.

        ``remembered`` are those given for other tables, by the shape of the table: they hold
        where nobody said otherwise and the question has such a choice.
        """
        self._given = dict(answers or {})
        self._remembered = remembered or {}
        self._recalled: dict[str, str] = {}
        self._told: set[str] = set()
        self._questions: dict[str, Question] = {}
        self._once: dict[tuple[str, str], str] = {}
        self.tables: list[Any] = []
        """What the columns of each table hold, as far as that can be chosen."""

    def recall(self, shape: str, columns: Mapping[str, str]) -> bool:
        """Let the answers for an earlier table of this shape hold; tell whether there are any.

        ``columns`` gives the keys of its columns by the ones that were remembered.
        """
        found = self._remembered.get(shape, {})
        self._recalled |= {columns.get(key, key): answer for key, answer in found.items()}
        return bool(found)

    def answer(self, key: str, choices: Collection[str]) -> str:
        """Return what was said without being asked, empty for nothing.

        Raises UserError for an answer that is none of the choices.
        """
        self._told.add(key)
        given, recalled = self._given.get(key, ""), self._recalled.get(key, "")
        if given and given not in choices:
            raise _no_answer(given, key, choices)
        return given or (recalled if recalled in choices else "")

    def show_table(self, columns: Any) -> None:
        """Take down what the columns of a table hold, to be shown and changed."""
        self.tables.append(columns)

    def ask(self, question: Question, *, once: str = "") -> str:
        """Return the key of the choice that holds, empty where somebody has to answer first.

        The same sentence is asked once, however many parts of the files wait for it; another
        one under the same key gets a number, but for the file that ``once`` names: there the
        first one of a key speaks for all that have its answer among their choices. Raises
        UserError for an answer that is none of its choices.
        """
        first = self._questions.get(self._once.get((once, question.key), ""))
        if once and first and first.answer in {one.key for one in question.choices}:
            return first.answer
        key = self._key(question)
        self._once.setdefault((once, question.key), key)
        if key not in self._questions:
            self._questions[key] = replace(question, key=key, answer=self._answer(question, key))
        return self._questions[key].answer

    def held(self, key: str, default: str) -> str:
        """Return the answer to a question that can only be worded once all is compared."""
        return self._given.get(key, default)

    def all(self) -> tuple[Question, ...]:
        """Return what was asked; raises UserError for an answer to what was not."""
        for key in self._given:
            if key not in self._questions and key not in self._told:
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
        choices = [one.key for one in question.choices]
        recalled = self._recalled.get(key, "")
        held = recalled if recalled in choices else question.default
        answer = self._given.get(key, held)
        if answer and answer not in choices:
            raise _no_answer(answer, key, choices)
        return answer


def _no_answer(answer: str, key: str, choices: Collection[str]) -> UserError:
    return UserError(
        _("“{answer}” is not an answer to the question “{key}”. Choose one of: {choices}.").format(
            answer=answer[:60], key=key, choices=", ".join(choices)
        )
    )
