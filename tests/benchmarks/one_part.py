"""Measure one part in this process, and print its figures as JSON on the last line."""

import gc
import json
import os
import sys
from dataclasses import asdict
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory


def main(part: str) -> None:
    """Run the part's ``figures(folder)`` as the window would: nobody looks for garbage meanwhile.

    It is taken away between two runs instead (``rounds.by_turns``), for ours and the baseline
    alike.
    """
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    gc.disable()
    with TemporaryDirectory() as folder:
        found = list(import_module(f"tests.benchmarks.{part}").figures(Path(folder)))
    print(f"\n{json.dumps([asdict(figure) for figure in found])}", flush=True)


if __name__ == "__main__":
    main(sys.argv[1])
