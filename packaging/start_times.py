"""Measure two ways to start the window in turns: ``start_times.py TIMES FROZEN``.

Each start is timed until the journal is open, which is after the window was painted: then a note
of that lies beside it. Both start without a screen, so that nothing but the program is measured.
"""

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

SOURCE = (sys.executable, "-m", "secondop_desktop")
_LONGEST = 60.0
_STEP = 0.002


def seconds(command: Sequence[str], journal: Path, home: Path) -> float:
    """Return how long a start takes; raises TimeoutError where it never comes to an end."""
    note = journal.with_name(f".{journal.name}.open")
    note.unlink(missing_ok=True)
    begun = time.monotonic()
    words, around = [*command, str(journal)], _environment(home)
    with subprocess.Popen(words, env=around, stderr=subprocess.DEVNULL) as started:
        try:
            while not note.exists():
                if started.poll() is not None or time.monotonic() - begun > _LONGEST:
                    raise TimeoutError(" ".join(command))
                time.sleep(_STEP)
            return time.monotonic() - begun
        finally:
            started.terminate()


def _environment(home: Path) -> dict[str, str]:
    running = home / "running"
    running.mkdir(mode=0o700, exist_ok=True)
    own = {
        "HOME": str(home),
        "XDG_CONFIG_HOME": str(home / "config"),
        "QT_QPA_PLATFORM": "offscreen",
    }
    return os.environ | own | {"XDG_RUNTIME_DIR": str(running), "LC_ALL": "C.UTF-8"}


def main() -> int:
    """Print the medians and their ratio."""
    times, frozen = int(sys.argv[1]), sys.argv[2]
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        journal = home / "sample.secondop"
        subprocess.run([*SOURCE, "sample", str(journal)], check=True, stdout=subprocess.DEVNULL)
        taken: dict[str, list[float]] = {"from source": [], "frozen": []}
        for _turn in range(times + 1):  # the first of each only fills the caches
            taken["from source"].append(seconds(SOURCE, journal, home))
            taken["frozen"].append(seconds([frozen], journal, home))
        shutil.rmtree(home / "config", ignore_errors=True)
    middle = {how: statistics.median(found[1:]) for how, found in taken.items()}
    for how, found in middle.items():
        print(f"{how}: {found:.2f} s until the journal is open (median of {times})")
    print(f"ratio: {middle['frozen'] / middle['from source']:.2f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
