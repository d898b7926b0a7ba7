"""Brings in a file of lines, and prints the bytes by which the memory grew at most."""

import json
import sys
from pathlib import Path

from secondop_desktop.catalogue import KINDS
from secondop_desktop.exchange.incoming import importing
from secondop_desktop.journal.file import Journal
from tests.benchmarks.peaks import highest_so_far

_started, folder, warm, file = sys.argv[1:]


with Journal.create(Path(folder) / f"{Path(file).stem}.secondop", KINDS) as journal:
    importing.read([Path(warm)], journal, "new")  # all modules are loaded by then
    before = highest_so_far()
    importing.apply(journal, importing.read([Path(file)], journal, "new"))
print(json.dumps({"bytes": highest_so_far() - before}))
