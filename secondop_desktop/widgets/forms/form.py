"""The editor of one entry: a subclass lays its questions out by hand, the rest is here."""

from abc import abstractmethod
from collections.abc import Mapping
from functools import cached_property
from typing import Any, ClassVar

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from secondop_desktop.errors import UserError
from secondop_desktop.journal.before_birth import birth_of
from secondop_desktop.journal.change import ChangeSet
from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.kinds import Field, Kind
from secondop_desktop.journal.sources import source_of
from secondop_desktop.journal.values.dates import PartialDate
from secondop_desktop.lang import _
from secondop_desktop.widgets.background.press import once_released
from secondop_desktop.widgets.background.watch import Watch
from secondop_desktop.widgets.controls.card import Card
from secondop_desktop.widgets.controls.disclosure import More
from secondop_desktop.widgets.controls.key_press import on_key
from secondop_desktop.widgets.controls.labels import muted, small
from secondop_desktop.widgets.dialogs.came_from import CameFromDialog
from secondop_desktop.widgets.feedback.notice import ErrorSummary, Problem
from secondop_desktop.widgets.fields.base import FieldEdit
from secondop_desktop.widgets.fields.flag import TickField
from secondop_desktop.widgets.fields.ref import RefField
from secondop_desktop.widgets.forms.autosave import Autosave
from secondop_desktop.widgets.forms.draft import EntryDraft
from secondop_desktop.widgets.forms.entry_offers import adder, source
from secondop_desktop.widgets.forms.field_factory import bound_field
from secondop_desktop.widgets.forms.form_foot import FormFoot
from secondop_desktop.widgets.forms.form_heading import FormHeading
from secondop_desktop.widgets.forms.labelled_field import Question
from secondop_desktop.widgets.forms.question_problems import OddDates, show_problems
from secondop_desktop.widgets.layout.tab_order import follow_layout
from secondop_desktop.widgets.layout.two_columns import Columns
from secondop_desktop.widgets.screen.save_failed import Trouble
from secondop_desktop.widgets.theme import Space

_MADE_BY_NAME = frozenset({"provider", "record", "diagnosis", "appointment"})
"""Kinds of which a new entry may be made from inside another's form, by its name alone."""

_NEWEST = 1000
"""As many entries are looked through for words to offer while typing."""

_LEAST_CHARS = 24
"""Two short questions stand side by side where each has room for this many letters."""


class Form(QWidget):
    """Asks for one entry and saves while the person types.

    A subclass writes ``build``: ``group`` starts a card, ``put`` places one question across or
    two side by side, ``more`` folds rare ones away. ``ask`` makes the question of a field with
    the input that fits it; ``bind`` does so with an input of the form's own choice.
    """

    finished = Signal()
    """Done was pressed and nothing stands in the way, or the entry went to the bin."""
    saved = Signal()
    another = Signal()
    """Done and add another was pressed, after ``finished``."""
    created = Signal(str)
    """The entry exists now; sent once, with its id."""

    missing: ClassVar[Mapping[str, str]] = {}
    """What to say, untranslated, when Done finds a required field empty: what to enter."""
    draft_of: ClassVar[type[EntryDraft]] = EntryDraft

    def __init__(
        self,
        journal: Journal,
        watch: Watch,
        kind: Kind,
        entry: str | None = None,
        given: Mapping[str, Any] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.journal, self.watch, self.kind = journal, watch, kind
        self.draft = self.draft_of(journal, kind, entry, given or {})
        self.edits: dict[str, FieldEdit] = {}
        self._folds: list[tuple[More, tuple[str, ...]]] = []
        self._odd_dates = OddDates()
        self.has_saved = False
        """Whether something was saved since the form was opened."""
        self._autosave = Autosave(self.draft, self.edits, self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(Space.LARGE)
        self._into: QVBoxLayout = self._column
        self._head()
        self.build()
        self._foot()
        self._connect_signals()
        self.reload()

    # What a subclass lays out --------------------------------------------------------------

    @abstractmethod
    def build(self) -> None:
        """Lay the questions out."""

    @property
    def person(self) -> str:
        """The person the entry belongs to."""
        return str(self.value_of("person") or "")

    def group(self, title: str = "", lead: str = "") -> None:
        """Start a card; the questions that follow go into it."""
        card = Card(title)
        self._into = QVBoxLayout()
        self._into.setSpacing(Space.LARGE)
        if lead:
            card.add(small(lead))
        card.add(self._into)
        self._column.addWidget(card)

    def set_default(self, name: str, value: Any) -> None:
        """Let a new entry start with this value, unless its page gives another."""
        if self.draft.entry is None:
            self.draft.given.setdefault(name, value)

    def value_of(self, name: str) -> Any:
        """Return what a column holds, or will hold from the start; None when nothing yet."""
        row = self.draft.row()
        return getattr(row, name) if row is not None else self.draft.given.get(name)

    def earlier_values(self, name: str, *common: str) -> list[str]:
        """Return what was written into this field of other entries, to offer while typing."""
        written = (str(getattr(row, name)) for row in self._others)
        return list(dict.fromkeys(text for text in (*written, *common) if text))

    @cached_property
    def _others(self) -> list[Any]:
        """What the person has of this kind, the newest first; read once, for suggestions."""
        rows = self.journal.entries(self.kind.name, person=self.person or None)
        return rows[: -_NEWEST - 1 : -1]

    def more(self, title: str, *rows: QWidget | tuple[QWidget, QWidget]) -> None:
        """Fold questions away that few people need; shown when one of them is answered."""
        fold = More(title)
        self._into.addWidget(fold)
        outer, self._into = self._into, fold.content
        for row in rows:
            self.put(*(row if isinstance(row, tuple) else (row,)))
        self._into = outer
        flat = [q for row in rows for q in (row if isinstance(row, tuple) else (row,))]
        folded = [getattr(question, "edit", question) for question in flat]
        names = tuple(name for name, edit in self.edits.items() if edit in folded)
        self._folds.append((fold, names))

    def put(self, *questions: QWidget) -> None:
        """Place one question across the form, or two side by side."""
        if len(questions) == 2:
            self._into.addWidget(Columns(*questions, least=_LEAST_CHARS))
        else:
            for question in questions:
                self._into.addWidget(question)

    def ask(self, name: str, label: str = "", hint: str = "", **options: Any) -> Question:
        """Make the question of a field with the input that fits its type."""
        field = self.kind.by_name[name]
        if "reference" in self.kind.type_of(name).name:
            offered = self._offered(field)
            options.setdefault("source", source(self.journal, offered, self._whose))
            if field.refers in _MADE_BY_NAME:
                options.setdefault("add", adder(self.journal, offered[0], self._whose))
        return self.bind(bound_field(self.kind, field, **options), name, label, hint)

    def _whose(self) -> str:
        return self.person

    def _offered(self, field: Field) -> tuple[Kind, ...]:
        kinds = self.journal.kinds
        return (kinds[field.refers],) if field.refers else tuple(kinds.values())[1:]

    def bind(self, edit: FieldEdit, name: str, label: str = "", hint: str = "") -> Question:
        """Make the question of a field with this input: labelled, named, saved, checked."""
        self.edits[name] = edit
        self._autosave.follow(name, edit)
        return Question(label or _(self.kind.by_name[name].label), edit, hint)

    def companion(self, edit: FieldEdit, name: str) -> None:
        """Bind an input that stands inside another question, such as a unit beside a value."""
        self.edits[name] = edit
        self._autosave.follow(name, edit)

    def tick(self, name: str, words: str, hint: str = "") -> TickField:
        """Make one check box that says its own words, for a yes that needs no "no"."""
        box = TickField(words)
        self.companion(box, name)
        box.set_label(words)
        box.set_hint(hint)
        return box

    def put_owner(self, name: str, words: str) -> None:
        """Say what the entry belongs to, as ``words`` with ``{owner}``; ask when it is unknown."""
        owner = self.value_of(name)
        if owner:
            self.put(muted(words.format(owner=self.journal.name(owner))))
        else:
            self.put(self.ask(name))

    # What every form has -------------------------------------------------------------------

    def _head(self) -> None:
        self.heading = FormHeading(self.journal, self.kind)
        self.summary = ErrorSummary()
        self.trouble = Trouble(self._autosave.flush)
        for part in (self.heading, self.summary, self.trouble):
            self._column.addWidget(part)

    def _foot(self) -> None:
        self._into = self._column
        self._ask_case()
        self.put(self.tick("private", _("Keep this out of PDFs")))
        self.foot = FormFoot()
        self.foot.done.clicked.connect(self.done)
        self.foot.another.clicked.connect(self._done_and_another)
        self.foot.bin.clicked.connect(self._put_away)
        self.foot.source.clicked.connect(self._show_source)
        self._column.addWidget(self.foot)
        self._column.addStretch(1)

    def _show_source(self) -> None:
        """Show the piece of the file that the entry was read from."""
        found = source_of(self.journal, self.draft.row())
        if found is not None:
            CameFromDialog(self, self.journal, found).exec()

    def _ask_case(self) -> None:
        """Ask which case it belongs to only where there are several; folded, it rarely changes."""
        kind = self.journal.kinds.get("case")
        if kind is None or "case" not in self.kind.types or not self.person:
            return
        if len(self.journal.entries("case", person=self.person)) > 1:
            edit = RefField(source(self.journal, (kind,), self._whose))
            fold = More(_("Belongs to"))
            fold.content.addWidget(self.bind(edit, "case", _(kind.label)))
            self.put(fold)

    def _connect_signals(self) -> None:
        self._autosave.saved.connect(self._on_saved)
        self._autosave.failed.connect(self.trouble.tell)
        self.watch.changed.connect(self._on_change)
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            on_key(key, self, self.done)

    def reload(self) -> None:
        """Show the entry as it is saved, except what is typed and not saved yet."""
        row = self.draft.row()
        self.foot.source.setVisible(row is not None and bool(row.source_file))
        waiting = self._autosave.waiting()
        for name, edit in self.edits.items():
            if name not in waiting:
                value = getattr(row, name) if row is not None else self.draft.given.get(name)
                edit.put(value, row.unread.get(name, "") if row is not None else "")
        for fold, names in self._folds:
            if row is not None and any(getattr(row, name) for name in names):
                fold.open()
        self._say_title(row)

    def _say_title(self, row: Any) -> None:
        self.heading.say(row, self.person)
        self.foot.bin.setVisible(row is not None)

    def focus_first(self) -> None:
        """Begin with the first question."""
        first = next(iter(self.edits.values()))
        first.focus_widget().setFocus(Qt.FocusReason.OtherFocusReason)

    def flush(self) -> bool:
        """Save what is waiting; False when the file could not take it."""
        return self._autosave.flush()

    def problems(self) -> list[Problem]:
        """Return what stands in the way of Done, in the order of the form."""
        found = show_problems(self.edits, self._lacks)
        row = self.draft.row()
        sentences = [rule(row) for rule in self.kind.rules] if row is not None else []
        return found + [Problem(text, self.foot.done) for text in sentences if text]

    def _lacks(self, name: str, edit: FieldEdit) -> str:
        """Say that a question must be answered, where it must and is not."""
        field = self.kind.by_name.get(name)
        if not (field and field.required and edit.value() in (None, ())):
            return ""
        plain = _("Answer “{question}”").format(question=edit.label())
        return _(self.missing.get(name, "")) or plain

    def done(self) -> bool:
        """Save, check, and either point at what is missing or say that it is finished."""
        saved = self.flush()
        problems = self.problems() or self._odd_dates.ask(self.kind, self.edits, self._born())
        self.summary.show_problems(problems)
        finished = saved and not problems
        if finished:
            self.finished.emit()
        return finished

    def _born(self) -> PartialDate | None:
        """Return when the person was born, as it is saved by now."""
        own = self.draft.entry if self.kind.name == "person" else self.person
        return birth_of(self.journal, own)

    def offer_another(self, offered: bool) -> None:
        """Offer to go on with a new entry of the kind, where the form is one of several."""
        self.foot.another.setVisible(offered)

    def _done_and_another(self) -> None:
        if self.done():
            self.another.emit()

    def _put_away(self) -> None:
        if not self.flush():  # what was typed last is to come back with the rest
            return
        try:
            self.draft.put_away()
        except UserError as error:
            self.trouble.tell(str(error))
            return
        self.finished.emit()

    def _on_saved(self) -> None:
        self.has_saved = True
        self.trouble.hide()
        fresh = not self.foot.bin.isVisibleTo(self)
        once_released(self, lambda: self._say_title(self.draft.row()))
        if fresh and self.draft.entry:
            self.created.emit(self.draft.entry)
        self.saved.emit()

    def _on_change(self, changes: ChangeSet) -> None:
        if self.draft.entry in changes.ids and changes.initiator is not self.draft:
            row = self.draft.row()
            if row is None or row.deleted_at:
                self._autosave.forget()
                self.finished.emit()
            else:
                self.reload()

    def event(self, event: QEvent) -> bool:
        """Let Tab follow the form again whenever something came or went in it."""
        if event.type() == QEvent.Type.LayoutRequest:
            follow_layout(self)
        return super().event(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Save when the form is left or closed."""
        self.flush()
        super().hideEvent(event)
