"""The least that can show a journal's data: a window, SQLAlchemy, and the rows of one table."""

import sys

import sqlcipher3
from PySide6.QtWidgets import QApplication, QTableWidget, QTableWidgetItem
from sqlalchemy import MetaData, Table, create_engine, select

from tests.benchmarks.programs.telling import BareWindow

app = QApplication([])
app.setStyle("Fusion")
engine = create_engine(
    "sqlite://", module=sqlcipher3, creator=lambda: sqlcipher3.connect(sys.argv[2])
)
with engine.connect() as connection:
    results = Table("result", MetaData(), autoload_with=connection)
    rows = connection.execute(select(results)).all()
table = QTableWidget(len(rows), len(results.c))
for at, row in enumerate(rows):
    for column, value in enumerate(row):
        table.setItem(at, column, QTableWidgetItem(str(value)))
window = BareWindow()
window.setCentralWidget(table)
window.resize(1280, 800)
window.show()
app.exec()
