"""Write what the uninstaller takes away, file by file: ``files.py PAYLOAD OUT``.

To delete a folder with all that is in it could take a journal along that somebody saved there.
"""

import sys
from collections.abc import Iterator
from pathlib import Path


def deletions(payload: Path) -> Iterator[str]:
    """Give the lines that delete each file, then each folder that is empty by then."""
    yield "!macro DeleteInstalled"
    inside = sorted(payload.rglob("*"))
    for path in inside:
        if not path.is_dir():
            yield f'  Delete "{_there(path, payload)}"'
    for path in reversed(inside):
        if path.is_dir():
            yield f'  RMDir "{_there(path, payload)}"'
    yield "!macroend"


def _there(path: Path, payload: Path) -> str:
    inside = "\\".join(path.relative_to(payload).parts)
    return "$INSTDIR\\" + inside.replace("$", "$$")


def main() -> None:
    """Write the file that the installer's script includes."""
    payload, out = Path(sys.argv[1]), Path(sys.argv[2])
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text("\n".join(deletions(payload)) + "\n", encoding="utf-8-sig")


if __name__ == "__main__":
    main()
