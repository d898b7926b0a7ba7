"""How the width of the comparison is shared, the same in every row and over them."""

from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

SHARES = (3, 5, 4)
"""How the width is shared: aspect, each opinion, the mark."""


def put(box: QBoxLayout, part: QWidget, share: int) -> None:
    """Put a part into a row; only its share decides its width, so that columns stand in line."""
    policy = part.sizePolicy()
    policy.setHorizontalPolicy(QSizePolicy.Policy.Ignored)
    part.setSizePolicy(policy)
    box.addWidget(part, share)
