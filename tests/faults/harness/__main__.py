"""``make faults``: the long harness, which harms journals in every way we know and counts.

It fails where an acknowledged save is lost, harm is called whole, or a wrong value is called right.
It runs in slices and writes down what came of each, so that it goes on where it was stopped.
"""

import argparse
import sys
import time
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from tests.architecture.house import ROOT
from tests.faults.harness.ledger import Ledger
from tests.faults.harness.parts import PARTS

_RESULTS = ROOT / "build" / "faults" / "results.jsonl"


def main() -> int:
    """Run what is left of all parts, or of those named; return 1 when a promise was broken."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("parts", nargs="*", choices=[[], *PARTS], default=[])
    parser.add_argument("--results", type=Path, default=_RESULTS, help="where figures are kept")
    parser.add_argument("--afresh", action="store_true", help="forget the figures of earlier runs")
    parser.add_argument("--minutes", type=float, default=0, help="begin no slice after that time")
    args = parser.parse_args()
    if args.afresh:
        args.results.unlink(missing_ok=True)
    ledger = Ledger(args.results)
    names, until = args.parts or list(PARTS), time.monotonic() + args.minutes * 60
    while left := [name for name in names if not ledger.is_done(name)]:
        if args.minutes and time.monotonic() > until:
            break
        _slice(ledger, min(left, key=lambda name: _share(ledger, name)))
    sys.stdout.write("\n".join(map(ledger.told, names)) + "\n")
    return 0 if all(map(ledger.holds, names)) else 1


def _share(ledger: Ledger, name: str) -> float:
    """Return how much of a part is done: all of them get on together."""
    return ledger.sums(name)[PARTS[name].counted] / PARTS[name].wanted


def _slice(ledger: Ledger, name: str) -> None:
    part, number, begun = PARTS[name], ledger.next_slice(name), time.monotonic()
    with TemporaryDirectory(prefix="secondop-faults-") as folder:
        tally = part.run(Path(folder), Random(f"{name} {number}"), part.each)
    ledger.keep(name, tally)
    took = time.monotonic() - begun
    sys.stdout.write(f"slice {number} took {took:.0f} s\n{ledger.told(name)}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
