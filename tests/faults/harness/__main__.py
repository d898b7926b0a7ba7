"""``make faults``: the long harness, which harms journals in every way we know and counts.

It fails where an acknowledged save is lost, harm is called whole, or a wrong value is called right.
"""

import argparse
import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.faults.harness import damages, flips, hostile, kills, rekeys

_PARTS: dict[str, Callable[[Path, int], tuple[str, bool]]] = {
    "kills": kills.run,
    "encrypted-kills": kills.run_encrypted,
    "rekeys": rekeys.run,
    "flips": flips.run,
    "encrypted-flips": flips.run_encrypted,
    "damages": damages.run,
    "encrypted-damages": damages.run_encrypted,
    "hostile": hostile.run,
}
_TIMES = {
    "kills": 1000,
    "encrypted-kills": 300,
    "rekeys": 300,
    "flips": 1000,
    "encrypted-flips": 300,
    "damages": 200,
    "encrypted-damages": 60,
    "hostile": 0,
}


def main() -> int:
    """Run all parts, or those named, and return 1 when one of them broke a promise."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("parts", nargs="*", choices=[[], *_PARTS], default=[])
    parser.add_argument("--share", type=float, default=1.0, help="part of the usual number")
    args = parser.parse_args()
    held = True
    for name in args.parts or _PARTS:
        with TemporaryDirectory(prefix="secondop-faults-") as folder:
            line, good = _PARTS[name](Path(folder), max(1, int(_TIMES[name] * args.share)))
        sys.stdout.write(f"{'held  ' if good else 'BROKEN'} {line}\n")
        sys.stdout.flush()
        held = held and good
    return 0 if held else 1


if __name__ == "__main__":
    sys.exit(main())
