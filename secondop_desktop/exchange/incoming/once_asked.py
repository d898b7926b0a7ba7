"""Questions of files that are read part by part: one answer holds for all parts."""

from dataclasses import replace

from secondop_desktop.exchange.questions import Asked, Question
from secondop_desktop.lang import _


class OnceAsked(Asked):
    """Asks in the words of the first part that leaves a question open, and says so."""

    def __init__(self, asked: Asked) -> None:
        """Go on where other files of the import left off."""
        super().__init__()
        self.__dict__.update(asked.__dict__)
        self._asked_again: set[str] = set()

    def ask(self, question: Question, *, once: str = "") -> str:
        """Return the key of the choice that holds, empty where somebody has to answer first."""
        known = self._questions.get(question.key)
        if known and known.text != question.text:
            self._asked_again.add(question.key)
            if len(known.choices) < len(question.choices):
                wider = replace(known, choices=question.choices)
                answer = self._answer(wider, known.key)
                self._questions[known.key] = replace(wider, answer=answer)
        return super().ask(question, once=once)

    def all(self) -> tuple[Question, ...]:
        """Return what was asked; what holds for more than its words name says so."""
        return tuple(map(self._whole, super().all()))

    def _key(self, question: Question) -> str:
        return question.key

    def _whole(self, question: Question) -> Question:
        if question.key not in self._asked_again:
            return question
        more = _("Your answer holds for everything like this in the files.")
        return replace(question, text=f"{question.text} {more}")
