"""Brings in a file of lines, and prints the bytes by which the memory grew at most."""

import json
import sys
from pathlib import Path
from resource import RUSAGE_SELF, getrusage

from secondop_desktop.catalogue import KINDS
from secondop_desktop.exchange.incoming import importing
from secondop_desktop.journal.file import Journal

_started, folder, warm, file = sys.argv[1:]


def _peak() -> int:
    unit = 1 if sys.platform == "darwin" else 1024
    return getrusage(RUSAGE_SELF).ru_maxrss * unit


with Journal.create(Path(folder) / f"{Path(file).stem}.secondop", KINDS) as journal:
    importing.read([Path(warm)], journal, "new")  # all modules are loaded by then
    before = _peak()
    importing.apply(journal, importing.read([Path(file)], journal, "new"))
print(json.dumps({"bytes": _peak() - before}))
