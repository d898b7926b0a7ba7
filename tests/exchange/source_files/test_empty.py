"""A file with nothing in it is named as empty, whatever it is called and packed in."""

import gzip
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from secondop_desktop.errors import UserError
from secondop_desktop.exchange.source_files import any_file


def _zip(**files: bytes) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        for name, data in files.items():
            packed.writestr(name, data)
    return out.getvalue()


NOTHING = {
    "none.txt": b"",
    "blanks.md": b" \t\n" * 3_000,
    "commas.csv": b'"";"";""\r\n;;\r\n',
    "mark.txt": b"\xef\xbb\xbf\r\n",
    "wide.csv": "\ufeff  \n".encode("utf-16-le"),
    "zeros.dat": bytes(5_000),
    "list.json": b" [ ] ",
    "null.ndjson": b"null\n",
    "packed.csv.gz": gzip.compress(b""),
    "none.zip": _zip(),
    "folders.zip": _zip(**{"a/": b"", "a/empty.pdf": b""}),
}


@pytest.mark.parametrize("name", NOTHING)
def test_an_empty_file_is_said_to_be_empty(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(NOTHING[name])
    with pytest.raises(UserError, match=f"{name} is empty"):
        any_file.head(tmp_path / name)


SOMETHING = {
    "zero.txt": b"\n" * 5_000 + b"0",
    "sign.txt": b"-",
    "packed.csv.gz": gzip.compress(b"a"),
    "cut.csv.gz": gzip.compress(b"a" * 9_000)[:12],
    "one.zip": _zip(a=b"1"),
    "number.json": b"0",
}


@pytest.mark.parametrize("name", SOMETHING)
def test_whatever_holds_a_sign_is_not_empty(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(SOMETHING[name])
    assert any_file.head(tmp_path / name) == SOMETHING[name][:4096]
