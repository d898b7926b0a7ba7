"""Who may see what: whose PDF it is, who acts for them, and what stays out of it."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import Qt

from secondop_desktop.exchange.pdf.text.readable import missing_said
from secondop_desktop.features.people.rules.acting import acting_words, authority_words, note_of
from secondop_desktop.journal.kinds import Kind
from secondop_desktop.lang import _, ngettext
from secondop_desktop.summary.story import Made
from secondop_desktop.widgets.controls.button import Button, Rank
from secondop_desktop.widgets.controls.card import Card
from secondop_desktop.widgets.controls.labels import Label, paragraph, small
from secondop_desktop.widgets.feedback.notice import Notice
from secondop_desktop.widgets.theme import Space
from secondop_desktop.widgets.theme.tone import Tone


def before_saving(made: Made, unticked: int) -> str:
    """Say in a line how long the PDF is and how much stays out; ``WhoMaySee`` names all of it."""
    pages = ngettext("{n} page", "{n} pages", made.pages).format(n=made.pages)
    time = ngettext("about {n} minute to read", "about {n} minutes to read", made.minutes)
    size = _("Before you save: {pages}, {time}.").format(
        pages=pages, time=time.format(n=made.minutes)
    )
    count = len(made.held_back) + len(made.begun) + unticked
    entries = ngettext("{n} entry", "{n} entries", count).format(n=count)
    titles = len(made.kept_back) + len(made.appendices)
    chapters = ngettext("{number} chapter", "{number} chapters", titles).format(number=titles)
    out = ", ".join([*([entries] if count else []), *([chapters] if titles else [])])
    return _("{size} Left out: {names}.").format(size=size, names=out) if out else size


class WhoMaySee(Card):
    """Says before a PDF leaves the house whose it is, what it holds and what it leaves out."""

    def __init__(self) -> None:
        super().__init__(_("Who may see what"))
        self.content.setSpacing(Space.HAIR)
        self.whose, self.holds = paragraph(""), paragraph("")
        self.acts, self.note = small(""), Notice("", Tone.WARNING)
        self.left_out, self.begun, self.unticked = small(""), small(""), small("")
        self.letters, self.names = small(""), Label("")
        self.not_in, self.few = small(""), small("")
        self.show_names = Button("", "chevron-right", Rank.QUIET)
        self.show_names.setCheckable(True)
        self.show_names.toggled.connect(self._open_names)
        for part in (self.whose, self.acts, self.note, self.holds):
            self.add(part)
        for part in (self.few, self.not_in, self.letters, self.left_out, self.begun, self.unticked):
            self.add(part)
        self.content.addWidget(self.show_names, 0, Qt.AlignmentFlag.AlignLeft)
        self.add(self.names)
        self.say_left_out((), ())
        self.say_holds(0, page_one=True, chapters=0)
        self.say_letters(0)
        self.say_not_in(())

    def say_person(self, row: Any, kind: Kind, today: date) -> None:
        """Say whose PDF it is, and who acts for them on what authority until when."""
        text = _("This PDF is about {name}. Whoever has the file can read all that is in it.")
        self.whose.setText(text.format(name=row.name or row.known_as or _("No name yet")))
        authority = authority_words(row, lambda word: _(kind.by_name["authority"].label_of(word)))
        acts = ": ".join(part for part in (acting_words(row), authority) if part)
        self.acts.setText(acts)
        self.acts.setVisible(bool(acts))
        note = note_of(row, today)
        self.note.say(note, Tone.WARNING)
        self.note.setVisible(bool(note))

    def say_holds(self, pages: int, *, page_one: bool, chapters: int, minutes: int = 0) -> None:
        """Say how much it will hold, and how long that takes to read; nothing until it is known."""
        text = ngettext("It will hold {number} page", "It will hold {number} pages", pages).format(
            number=pages
        )
        if minutes:
            time = ngettext("{text}, about {n} minute to read", "{text}, about {n} minutes to read",
                            minutes)  # fmt: skip
            text = time.format(text=text, n=minutes)
        chosen = ngettext("{number} chapter", "{number} chapters", chapters).format(number=chapters)
        parts = [*([_("page one")] if page_one else []), *([chosen] if chapters else [])]
        joined = _(" and ").join(parts)
        self.holds.setText(_("{pages}: {parts}.").format(pages=text, parts=joined))
        self.holds.setVisible(pages > 0)

    def say_not_in(self, titles: Sequence[str]) -> None:
        """Name the chapters that have something to tell and are not ticked."""
        text = _("Not in it: {names}.").format(names=", ".join(titles))
        self.not_in.setText(text)
        self.not_in.setVisible(bool(titles))

    def say_letters(self, missing: int) -> None:
        """Say that some letters will be printed by their names, if there are any."""
        self.letters.setText(missing_said())
        self.letters.setVisible(missing > 0)

    def say_left_out(
        self,
        private: Sequence[str],
        unticked: Sequence[str],
        *,
        begun: Sequence[str] = (),
        chapters: Sequence[str] = (),
    ) -> None:
        """Say how many entries stay out, and offer to name them; ``chapters`` are told to few."""
        few = _("{names}: only with what is private. Tick “Include what I marked as private”.")
        self.few.setText(few.format(names=", ".join(chapters)))
        self.few.setVisible(bool(chapters))
        held = ngettext(
            "{number} private entry left out.", "{number} private entries left out.", len(private)
        )
        self.left_out.setText(held.format(number=len(private)))
        self.left_out.setVisible(bool(private))
        drafts = ngettext(
            "{number} draft left out, because it is not finished yet.",
            "{number} drafts left out, because they are not finished yet.",
            len(begun),
        )
        self.begun.setText(drafts.format(number=len(begun)))
        self.begun.setVisible(bool(begun))
        mine = ngettext(
            "{number} entry left out because you unticked it.",
            "{number} entries left out because you unticked them.",
            len(unticked),
        )
        self.unticked.setText(mine.format(number=len(unticked)))
        self.unticked.setVisible(bool(unticked))
        out = (*private, *begun, *unticked)
        self.names.setText("\n".join(f"• {title}" for title in out))
        self.show_names.setVisible(bool(out))
        self._open_names(self.show_names.isChecked())

    def spoken(self) -> str:
        """Return all of it as a screen reader says it."""
        out = (self.few, self.left_out, self.begun, self.unticked)
        parts = (self.whose, self.acts, self.note.text, self.holds, *out)
        return " ".join(part.text() for part in parts if part.text() and not part.isHidden())

    def _open_names(self, wanted: bool) -> None:
        opened = wanted and bool(self.names.text())
        self.names.setVisible(opened)
        self.show_names.setText(_("Hide their names") if opened else _("Show their names"))
        self.show_names.set_icon("chevron-down" if opened else "chevron-right")
