"""One process decodes; whatever ends it, the next question starts another, and none is left."""

import os
import select
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from secondop_desktop.sandbox import process
from secondop_desktop.sandbox.answers import DAMAGED, LOCKED, TroubleError
from secondop_desktop.sandbox.held_file import HeldFile
from secondop_desktop.sandbox.process import EndedError, Sandbox
from tests.widgets.preview import samples

_SOON, _LONG = 0.0, 60.0
"""Seconds; with the former the time is over once the process sleeps."""

_SLEEPS = """
import time
from secondop_desktop.sandbox import pdf_pages
from secondop_desktop.sandbox.worker import main
def sleep(self, body, page):
    open({asleep!r}, "w").close()
    time.sleep(600)
pdf_pages.PdfPages.do_text = sleep
main()
"""
_STARTS = """
import subprocess
from secondop_desktop.sandbox import pdf_pages
from secondop_desktop.sandbox.worker import main
def start(self, body, page):
    child = subprocess.Popen(["sleep", "600"])
    with open({told!r}, "w") as told:
        told.write(str(child.pid))
    child.wait()
pdf_pages.PdfPages.do_text = start
main()
"""
_OWNER = """
import sys
from secondop_desktop.sandbox.held_file import HeldFile
from secondop_desktop.sandbox.process import Sandbox
sandbox = Sandbox()
HeldFile(sandbox, "pdf", open(sys.argv[1], "rb").read()).ask("sizes", 60)
print(sandbox.pid(), flush=True)
sys.stdin.read(1)
"""


@pytest.fixture
def asleep(decode_with: Callable[[str], None], tmp_path: Path) -> Iterator[Path]:
    """A pipe that a process opens before it sleeps over a page: who reads it waits for that."""
    pipe = tmp_path / "asleep"
    os.mkfifo(pipe)
    decode_with(_SLEEPS.format(asleep=str(pipe)))
    yield pipe
    os.close(os.open(pipe, os.O_RDWR))  # whoever reads still goes on


@pytest.fixture
def out_of_time(asleep: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the time of ``_SOON`` be over once the process sleeps, however long that takes."""
    after = process._after

    def once_asleep(seconds: float, does: Callable[[], object]) -> threading.Timer:
        return after(seconds, does if seconds else lambda: (asleep.read_bytes(), does()))

    monkeypatch.setattr(process, "_after", once_asleep)


def _alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def _wait_for_end(pid: int) -> None:
    """Wait until a process that is not ours to wait for has ended."""
    try:
        seen = os.pidfd_open(pid)
    except ProcessLookupError:
        return
    ended, _writes, _faults = select.select([seen], [], [], _LONG)
    os.close(seen)
    assert ended


def _pid(sandbox: Sandbox) -> int:
    found = sandbox.pid()
    assert found is not None
    return found


def test_one_process_reads_several_files_side_by_side(sandbox: Sandbox) -> None:
    letter = HeldFile(sandbox, "pdf", samples.pdf(2))
    photo = HeldFile(sandbox, "picture", samples.picture("PNG"), phone=False)
    assert len(letter.ask("sizes", _LONG).head["sizes"]) == 2
    first = sandbox.pid()
    assert photo.ask("look", _LONG).head == {"pages": 1, "size": [40, 20]}
    assert "kidney" in letter.ask("text", _LONG, page=1).head["text"]
    assert sandbox.pid() == first


@pytest.mark.parametrize(
    ("data", "trouble"), [(b"%PDF-1.7 broken", DAMAGED), (samples.locked(), LOCKED)]
)
def test_what_cannot_be_read_is_told_and_the_process_lives_on(
    sandbox: Sandbox, data: bytes, trouble: str
) -> None:
    HeldFile(sandbox, "pdf", samples.pdf(1)).ask("sizes", _LONG)
    first = sandbox.pid()
    with pytest.raises(TroubleError) as told:
        HeldFile(sandbox, "pdf", data).ask("sizes", _LONG)
    assert told.value.trouble == trouble
    assert sandbox.pid() == first


@pytest.mark.usefixtures("out_of_time")
def test_a_file_is_opened_again_after_another_one_ended_the_process(sandbox: Sandbox) -> None:
    letter, bomb = (HeldFile(sandbox, "pdf", samples.pdf(2)) for _each in range(2))
    letter.ask("sizes", _LONG)
    bomb.ask("sizes", _LONG)
    first = _pid(sandbox)
    with pytest.raises(EndedError):
        bomb.ask("text", _SOON, page=0)
    assert not _alive(first)
    assert letter.ask("render", _LONG, page=1, scale=0.5).body
    assert sandbox.pid() != first


@pytest.mark.usefixtures("out_of_time")
def test_a_file_that_ended_it_twice_is_asked_no_more(sandbox: Sandbox) -> None:
    bomb = HeldFile(sandbox, "pdf", samples.pdf(1))
    bomb.ask("sizes", _LONG)
    for _time in range(2):
        with pytest.raises(EndedError):
            bomb.ask("text", _SOON, page=0)
    with pytest.raises(EndedError):
        bomb.ask("sizes", _LONG)
    assert sandbox.pid() is None


def test_who_leaves_is_not_waited_for(sandbox: Sandbox, asleep: Path) -> None:
    slow = HeldFile(sandbox, "pdf", samples.pdf(1))
    slow.ask("sizes", _LONG)
    ended: list[bool] = []

    def wait() -> None:
        with pytest.raises(EndedError):
            slow.ask("text", _LONG, page=0)
        ended.append(True)

    asking = threading.Thread(target=wait)
    asking.start()
    asleep.read_bytes()
    slow.close()
    asking.join(_LONG)
    assert ended == [True]
    assert HeldFile(sandbox, "pdf", samples.pdf(3)).ask("sizes", _LONG).head["sizes"]


@pytest.mark.skipif(sys.platform == "win32", reason="there is no group of processes")
def test_a_program_that_it_started_to_read_a_picture_ends_with_it(
    sandbox: Sandbox, decode_with: Callable[[str], None], tmp_path: Path
) -> None:
    pipe = tmp_path / "told"
    os.mkfifo(pipe)
    decode_with(_STARTS.format(told=str(pipe)))
    page = HeldFile(sandbox, "pdf", samples.pdf(1))

    def wait() -> None:
        with pytest.raises(EndedError):
            page.ask("text", _LONG, page=0)

    asking = threading.Thread(target=wait)
    asking.start()
    reader = int(pipe.read_text())
    assert _alive(reader)
    page.close()
    asking.join(_LONG)
    _wait_for_end(reader)


def test_nothing_is_left_of_a_process_that_was_ended(sandbox: Sandbox) -> None:
    HeldFile(sandbox, "pdf", samples.pdf(1)).ask("sizes", _LONG)
    first = _pid(sandbox)
    process.end_all()
    assert not _alive(first)  # a zombie would be found
    assert sandbox.pid() is None


def test_what_was_open_before_all_was_ended_is_not_opened_again(sandbox: Sandbox) -> None:
    letter = HeldFile(sandbox, "pdf", samples.pdf(2))
    letter.ask("sizes", _LONG)
    process.end_all()
    with pytest.raises(EndedError):
        letter.ask("text", _LONG, page=1)
    assert sandbox.pid() is None
    assert HeldFile(sandbox, "pdf", samples.pdf(1)).ask("sizes", _LONG).head["sizes"]


def test_a_process_that_starts_while_all_is_ended_does_not_live_on(
    sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    started, born = process._started, list[int]()

    def meanwhile() -> "subprocess.Popen[bytes]":
        child = started()
        born.append(child.pid)
        process.end_all()
        return child

    monkeypatch.setattr(process, "_started", meanwhile)
    with pytest.raises(EndedError):
        HeldFile(sandbox, "pdf", samples.pdf(1)).ask("sizes", _LONG)
    assert len(born) == 1
    assert not _alive(born[0])


def test_a_file_that_nobody_closed_is_closed(
    sandbox: Sandbox, decode_with: Callable[[str], None]
) -> None:
    decode_with(
        "from secondop_desktop.sandbox import worker\n"
        "at = worker.Worker.act\n"
        "def act(self, head, body):\n"
        "    said = at(self, head, body)\n"
        "    if said: said.head['open'] = len(self._open)\n"
        "    return said\n"
        "worker.Worker.act = act\n"
        "worker.main()\n"
    )
    first, other = (HeldFile(sandbox, "pdf", samples.pdf(1)) for _each in range(2))
    first.ask("sizes", _LONG)
    assert other.ask("sizes", _LONG).head["open"] == 2
    del first
    assert other.ask("sizes", _LONG).head["open"] == 1


@pytest.mark.parametrize("how", ["ends", "is killed"])
def test_it_goes_with_the_program_that_started_it(how: str, tmp_path: Path) -> None:
    letter = tmp_path / "letter.pdf"
    letter.write_bytes(samples.pdf(1))
    owner = subprocess.Popen(
        [sys.executable, "-c", _OWNER, str(letter)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert owner.stdout is not None
    child = int(owner.stdout.readline())
    assert _alive(child)
    if how == "is killed":
        owner.kill()
    _out, said = owner.communicate("x", _LONG)
    assert said == ""
    _wait_for_end(child)


def test_a_program_that_sends_nonsense_is_one_that_ended(
    sandbox: Sandbox, decode_with: Callable[[str], None]
) -> None:
    decode_with("import sys; sys.stdout.buffer.write(b'\\xff' * 64); sys.stdin.read()")
    with pytest.raises(EndedError):
        HeldFile(sandbox, "pdf", samples.pdf(1)).ask("sizes", _LONG)
    assert sandbox.pid() is None
