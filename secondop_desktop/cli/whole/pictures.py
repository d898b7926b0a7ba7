"""Pictures of every form are decoded in the process for that: each has a library of its own."""

import io
import platform
import sys
from pathlib import Path

from secondop_desktop.cli.whole.decoding import decoding
from secondop_desktop.paths import resource
from secondop_desktop.sandbox.answers import NO_READER, TroubleError
from secondop_desktop.sandbox.held_file import HeldFile
from secondop_desktop.sandbox.pictures import FORMATS
from secondop_desktop.sandbox.process import Sandbox

_MOST = 10_000_000


def every_form(_path: Path) -> bool:
    """Write a picture in each form, red beside blue, and see both colours when it is decoded."""
    with decoding() as sandbox:
        return all(_seen(sandbox, _picture(form), phone=False) for form in FORMATS)


def photos_of_telephones(_path: Path) -> bool:
    """Decode a HEIC photo; there is no reader of them for Windows on ARM."""
    data = resource("self_test", "photo.heic").read_bytes()
    with decoding() as sandbox:
        try:
            return _seen(sandbox, data, phone=True)
        except TroubleError as trouble:
            return trouble.trouble == NO_READER and _without_heic()


def _seen(sandbox: Sandbox, data: bytes, *, phone: bool) -> bool:
    held = HeldFile(sandbox, "picture", data, phone=phone)
    drawn = held.ask("page", 30.0, number=0, most=_MOST, shown=_MOST)
    held.close()
    return len(set(drawn.body)) > 1


def _picture(form: str) -> bytes:
    from PIL import Image

    made = Image.new("RGB", (64, 32), "red")
    made.paste("blue", (32, 0, 64, 32))
    out = io.BytesIO()
    made.save(out, format=form)
    return out.getvalue()


def _without_heic() -> bool:
    return sys.platform == "win32" and platform.machine() == "ARM64"
