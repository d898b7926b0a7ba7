"""Doctors and places: the list beside the form, or the shortlist side by side."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from secondop_desktop.features.providers.page.shortlist import Shortlist
from secondop_desktop.lang import _
from secondop_desktop.widgets.controls.tag import Status
from secondop_desktop.widgets.controls.view_switch import ViewSwitch
from secondop_desktop.widgets.kind_pages.reading_page import ReadingPage
from secondop_desktop.widgets.lists.rich_list import RowItem

LIST, SHORTLIST = "list", "shortlist"


class ProvidersPage(ReadingPage):
    """``open_entry`` shows the form of one, or the shortlist for ``shortlist``."""

    def build(self) -> None:
        """Place the two views, of which one is shown."""
        self.switch = ViewSwitch(
            [
                (LIST, _("All doctors and places"), "list"),
                (SHORTLIST, _("Shortlist side by side"), "compare"),
            ]
        )
        self.shortlist = Shortlist(self.journal, self.watch, self.given)
        self.add_action(self.switch)
        super().build()
        self.add_action(self.shortlist.add_button)
        self.add(self.shortlist, 1)
        self.switch.chosen.connect(self.show_view)
        self.shortlist.form_wanted.connect(self._open_form)
        self.shortlist.referral_wanted.connect(lambda _entry: self._go_to_referral())
        self.shortlist.visit_wanted.connect(self._make_visit)
        self._arrange()

    def rows_as_items(self, rows: Sequence[Any]) -> Sequence[RowItem]:
        """Return the rows, those on the shortlist with a tag that says so."""
        shortlisted = {row.id for row in rows if row.shortlisted}
        mark = Status(_("On the shortlist"))
        items = super().rows_as_items(rows)
        return [
            replace(item, status=mark) if item.key in shortlisted and not item.status else item
            for item in items
        ]

    def refresh(self) -> None:
        """Show the entries as they are now, in the view that is open."""
        super().refresh()
        self._arrange()

    def _arrange(self) -> None:
        side = self.switch.view() == SHORTLIST
        # On the empty page the one thing to do stands alone.
        self.switch.setVisible(side or self.empty.isHidden())
        self.shortlist.setVisible(side)
        self.shortlist.add_button.setVisible(side and bool(self.shortlist.columns))
        if side:
            for part in (self.panes, self.empty, self.add_button):
                part.hide()

    def show_view(self, view: str) -> None:
        """Show another view, once what is typed in this one is saved."""
        left = LIST if view == SHORTLIST else SHORTLIST
        if not (self.may_leave() if left == LIST else self.shortlist.flush()):
            self.switch.show_view(left)
            return
        self.switch.show_view(view)
        self.shortlist.refresh()
        self.refresh()

    def open_entry(self, entry: str, *, focus: bool = False) -> None:
        """Open the form of one, or the shortlist."""
        if entry == SHORTLIST:
            self.show_view(SHORTLIST)
            self.focus_start()
            return
        if self.switch.view() != LIST:
            self.show_view(LIST)
        if self.switch.view() == LIST:
            super().open_entry(entry, focus=focus)

    def start_new(self) -> object:
        """Open an empty form beside the list."""
        if self.switch.view() != LIST:
            self.show_view(LIST)
        return super().start_new() if self.switch.view() == LIST else None

    def _open_form(self, entry: str) -> None:
        self.open_entry(entry, focus=True)

    def focus_start(self) -> None:
        """Begin in the view that is open."""
        if self.switch.view() == SHORTLIST:
            self.shortlist.focus_start()
        else:
            super().focus_start()

    def here(self) -> str:
        """Return the entry that is open, or the shortlist."""
        return SHORTLIST if self.switch.view() == SHORTLIST else super().here()

    def flush(self) -> bool:
        """Save what is being typed in either view."""
        return self.shortlist.flush() and super().flush()

    # What the user may do with a choice ------------------------------------------------------

    def _go_to_referral(self) -> None:
        """Lead to the step of the referral, of the round the case is in."""
        if self.flush():
            case = self._case()
            turn = case.round or 1 if case is not None else 1
            self.place_wanted.emit(f"case:{turn}.3" if turn > 1 else "case:3")

    def _make_visit(self, entry: str) -> None:
        """Begin an appointment with them, and lead to it: when and where is asked there."""
        if self.flush():
            case = self._case()
            made = self.shortlist.add_visit(entry, case.id if case is not None else None)
            if made:
                self.entry_wanted.emit(made)

    def _case(self) -> Any:
        """Return the newest case that is not closed, or the newest; doctors belong to no case."""
        cases = self.journal.entries("case", person=self.person)
        return ([row for row in cases if row.closed is None] or cases or [None])[-1]
