"""Parts below one another, each as tall as it needs to be."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from secondop_desktop.widgets.theme import Space


def stacked(*parts: QWidget, gap: int = Space.ROOMY) -> QWidget:
    """Return the parts below one another, ``gap`` device-independent pixels apart."""
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(gap)
    for part in parts:
        column.addWidget(part)
    column.addStretch(1)
    return whole
