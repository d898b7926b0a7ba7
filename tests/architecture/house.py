"""What the tests of the house look at: the files that are committed."""

import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "secondop_desktop"


def committed(*patterns: str) -> list[Path]:
    """Return the files git knows, none that was deleted since."""
    # A clone may belong to another user, as in a container.
    git = ["git", "-c", f"safe.directory={ROOT}", "ls-files", "-z", "--", *patterns]
    listed = subprocess.run(git, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    paths = [ROOT / name for name in listed.split("\0") if name]
    return [path for path in paths if path.is_file()]


def name(path: Path) -> str:
    """Return the path as the repository calls it."""
    return path.relative_to(ROOT).as_posix()
