"""A program that stands in for Tesseract: it answers as that does, from a text beside it."""

import sys
from pathlib import Path

import pytest

_ANSWER = """#!{python}
import sys
if "--list-langs" in sys.argv:
    print("List of available languages (2):\\n{languages}")
    raise SystemExit
assert sys.argv[1:3] == ["stdin", "stdout"], sys.argv
assert "thresholding_method=2" in sys.argv, sys.argv
kind, width, height, most = sys.stdin.buffer.read().split(b"\\n", 1)[0].split()
assert (kind, most) == (b"P5", b"255")
width, height = int(width), int(height)
print("\\t".join("level page block par line word left top width height conf text".split()))
print("\\t".join(["4", "1", "1", "1", "1", "0", "0", "0", "9", "9", "-1", ""]))
for row, line in enumerate({lines!r}):
    for at, word in enumerate(line.split()):
        place = (at * width // 10, (row + 1) * height // 10, width // 12, height // 20)
        cells = ["5", "1", "1", "1", str(row + 1), str(at + 1), *map(str, place), "93", word]
        print("\\t".join(cells))
"""


def put_on_path(
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    *lines: str,
    languages: str = "eng",
) -> Path:
    """Put it where programs are looked for; every page it is given has these lines."""
    folder.mkdir(exist_ok=True)
    program = folder / "tesseract"
    said = _ANSWER.format(python=sys.executable, lines=lines, languages=languages)
    program.write_text(said)
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(folder))
    return program


def take_away(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let no program be found."""
    monkeypatch.setenv("PATH", "")
    monkeypatch.delenv("PROGRAMFILES", raising=False)
