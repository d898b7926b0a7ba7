"""A fresh program takes the place of this one, and nothing that read files is left beside it."""

import os

import pytest

from secondop_desktop.sandbox.held_file import HeldFile
from secondop_desktop.sandbox.process import Sandbox
from secondop_desktop.window.protection import process
from tests.widgets.preview import samples


@pytest.mark.skipif(os.name == "nt", reason="Windows starts the program a second time")
def test_what_decodes_is_gone_before_the_program_is_replaced(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    sandbox, left = Sandbox(), list[int | None]()
    HeldFile(sandbox, "pdf", samples.pdf(1)).ask("sizes", 60.0)
    assert sandbox.pid() is not None
    monkeypatch.setattr(process, "end_children", lambda: None)  # which only Linux can
    monkeypatch.setattr(os, "execv", lambda _program, _words: left.append(sandbox.pid()))
    process.replace_process()
    assert left == [None]
