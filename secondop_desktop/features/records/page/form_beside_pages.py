"""The form of a record beside its pages, so that what is asked can be read there."""

from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QWidget

from secondop_desktop.features.records.page.record_view import open_file
from secondop_desktop.journal.file import Journal
from secondop_desktop.widgets.forms.form import Form
from secondop_desktop.widgets.layout.scroll_column import ScrollColumn
from secondop_desktop.widgets.preview import Preview
from secondop_desktop.widgets.theme import Space


class BesidePages(QWidget):
    """Takes the room of list and record: the form scrolls, and the pages beside it."""

    fills = wide = True

    def __init__(self, form: Form, journal: Journal, row: Any) -> None:
        super().__init__()
        self.form, self.foot = form, form.foot
        self.preview = Preview()
        column = ScrollColumn(self, wide=True)
        column.content.addWidget(form)
        row_of_two = QHBoxLayout(self)
        row_of_two.setContentsMargins(0, 0, 0, 0)
        row_of_two.setSpacing(Space.LARGE)
        row_of_two.addWidget(column, 2)
        row_of_two.addWidget(self.preview, 3)
        open_file(self.preview, journal, row)
