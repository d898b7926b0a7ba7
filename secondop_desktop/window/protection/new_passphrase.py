"""Choosing a passphrase: typed twice, unless it can be seen, with its strength told in words."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from secondop_desktop.errors import UserError
from secondop_desktop.journal.protection.passphrases import check_choice
from secondop_desktop.journal.protection.strength import Level, strength
from secondop_desktop.lang import _
from secondop_desktop.widgets.dialogs.messages import confirm
from secondop_desktop.widgets.fields.secret import SecretField
from secondop_desktop.widgets.forms.labelled_field import Question
from secondop_desktop.widgets.theme import Space


class NewPassphrase(QWidget):
    """Two fields; ``known`` are names and words that others would try first."""

    def __init__(self, known: Sequence[str]) -> None:
        super().__init__()
        self._known = known
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.MEDIUM)
        self.first, self.again = SecretField(), SecretField()
        self._second = Question(_("The same again"), self.again)
        hint = _("Four words that do not belong together are good. You can paste it.")
        column.addWidget(Question(_("New passphrase"), self.first, hint))
        column.addWidget(self._second)
        self.again.show_box.hide()
        self.first.edited.connect(self._weigh)
        self.first.show_box.toggled.connect(self._second.setHidden)

    def _weigh(self) -> None:
        self.first.set_note(strength(self.first.value() or "", self._known).words)
        self.first.show_problem(None)

    def chosen(self) -> str | None:
        """Return the passphrase, or say at the field what stands in its way and return None.

        One that is easy to guess is asked about once more.
        """
        field, problem = self._problem()
        for one in (self.first, self.again):
            one.show_problem(problem if one is field else None)
        if field is None and not self._is_wanted():
            field = self.first
        if field is not None:
            field.setFocus()
            return None
        return self.first.value()

    def _is_wanted(self) -> bool:
        """Ask once more about a passphrase that somebody else would find."""
        found = strength(self.first.value() or "", self._known)
        return found.level > Level.EASY or confirm(
            self,
            _("Use a passphrase that is easy to guess?"),
            _("Whoever gets your file could find this passphrase by trying. {why}").format(
                why=found.words
            ),
            _("Use it all the same"),
            _("Choose another"),
            danger=True,
        )

    def _problem(self) -> tuple[SecretField | None, str | None]:
        if not self.first.value():
            return self.first, _("Enter a passphrase")
        try:
            check_choice(self.first.value() or "")
        except UserError as error:
            return self.first, str(error)
        seen = self.first.show_box.isChecked()
        if not seen and self.again.value() != self.first.value():
            return self.again, _(
                "This is not the same. Type it once more, or tick “Show what I type”."
            )
        return None, None

    def clear(self) -> None:
        """Forget what was typed."""
        self.first.clear()
        self.again.clear()
