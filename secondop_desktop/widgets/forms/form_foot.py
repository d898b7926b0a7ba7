"""The buttons at the foot of every form; a pane pins them under its scroll area."""

from PySide6.QtWidgets import QWidget

from secondop_desktop.lang import _
from secondop_desktop.widgets.controls.button import Button, Rank
from secondop_desktop.widgets.layout.flow_row import Flow


class FormFoot(QWidget):
    """Done, done and another, the bin, and where the entry came from."""

    def __init__(self) -> None:
        super().__init__()
        self.done = Button(_("Done"), "check", Rank.PRIMARY)
        self.another = Button(_("Done and add another"), "add")
        self.another.hide()
        self.bin = Button(_("Put in the bin"), "bin", Rank.QUIET)
        self.source = Button(_("Where this came from…"), "file", Rank.QUIET)
        row = Flow(self)
        for button in (self.done, self.another, self.bin, self.source):
            row.addWidget(button)
