"""The icon is drawn in every size and form that a system asks for."""

from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtWidgets import QApplication

from secondop_desktop.paths import resource
from tests.packaging.loading import tool


@pytest.mark.usefixtures("qapp")
def test_every_size_and_form_is_drawn(tmp_path: Path) -> None:
    assert QApplication.instance() is not None
    icon = tool("icon")
    icon.draw_all(resource("program", "secondop.svg"), tmp_path)
    for size in icon.SIZES:
        with Image.open(tmp_path / f"{size}.png") as drawn:
            assert drawn.size == (size, size)
            assert len(drawn.convert("RGB").getcolors(1_000_000) or ()) > 2
    with Image.open(tmp_path / "secondop.ico") as windows:
        assert {(16, 16), (32, 32), (48, 48), (256, 256)} <= set(windows.info["sizes"])
    with Image.open(tmp_path / "secondop.icns") as mac:
        assert mac.size == (1024, 1024) or (512, 512, 2) in mac.info["sizes"]
