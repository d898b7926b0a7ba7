"""The least that a window can be: what our shell is measured against."""

from PySide6.QtWidgets import QApplication, QLabel

from tests.benchmarks.programs.telling import BareWindow

app = QApplication([])
app.setStyle("Fusion")
window = BareWindow()
window.setCentralWidget(QLabel("A label"))
window.resize(1280, 800)
window.show()
app.exec()
