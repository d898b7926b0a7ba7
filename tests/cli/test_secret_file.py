"""A secret is taken from a file, from stdin and from a pipe; what is none of these is refused."""

import os
import threading
from argparse import Namespace
from io import BytesIO
from pathlib import Path
from types import SimpleNamespace

import pytest

from secondop_desktop.cli import passphrase, secret_file
from secondop_desktop.cli.secret_file import first_line
from secondop_desktop.errors import UserError

pytestmark = pytest.mark.skipif(os.name == "nt", reason="pipes have no path there")


@pytest.fixture
def pipe(tmp_path: Path) -> Path:
    os.mkfifo(tmp_path / "pipe")
    return tmp_path / "pipe"


def _write(pipe: Path, *pieces: bytes) -> None:
    with pipe.open("wb", buffering=0) as file:
        for piece in pieces:
            file.write(piece)


@pytest.mark.parametrize("pieces", [(b"grey owl\n",), (b"grey", b" owl"), (b"grey owl\nmore\n",)])
def test_a_pipe_gives_its_first_line(pipe: Path, pieces: tuple[bytes, ...]) -> None:
    writer = threading.Thread(target=_write, args=(pipe, *pieces))
    writer.start()
    assert first_line(pipe) == "grey owl"
    writer.join()


def test_a_pipe_through_which_nothing_comes_is_not_waited_for_long(
    pipe: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(secret_file, "_PATIENCE", 0.01)
    with pytest.raises(UserError, match="Nothing came through pipe"):
        first_line(pipe)


@pytest.mark.parametrize("device", ["/dev/zero", "/dev/null"])
def test_a_device_is_refused(device: str) -> None:
    with pytest.raises(OSError, match="Invalid argument"):
        first_line(Path(device))


def test_a_file_named_by_mistake_is_not_taken_for_a_secret(tmp_path: Path) -> None:
    (tmp_path / "film").write_bytes(b"x" * 200_000)
    with pytest.raises(UserError, match="film holds no password"):
        first_line(tmp_path / "film")


def test_stdin_is_read_once_however_often_it_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=BytesIO(b"grey owl\nnext line\n")))
    args = Namespace(passphrase_file=Path("-"))
    assert [passphrase.given(args) for _time in range(2)] == ["grey owl", "grey owl"]
