"""Arranged photographs as one PDF, a page each; the process that decodes makes each page."""

from collections.abc import Sequence
from io import BytesIO
from typing import Any, Final

from secondop_desktop.errors import UserError
from secondop_desktop.exchange.photographs.arrangement import Sheet
from secondop_desktop.exchange.photographs.originals import Picture
from secondop_desktop.journal.files.sniff import content_type
from secondop_desktop.journal.progress import Tell, nobody
from secondop_desktop.lang import _
from secondop_desktop.sandbox.answers import NO_READER, TOO_LARGE, Answer, TroubleError
from secondop_desktop.sandbox.held_file import HeldFile
from secondop_desktop.sandbox.picture_types import HEIC
from secondop_desktop.sandbox.process import FOR_WORK, EndedError, Sandbox

MOST_PIXELS: Final = 90_000_000
"""Dots of one photograph; telephones take half of that."""

_SECONDS: Final = 30.0
_HEAD: Final = 4096
_A4: Final = (595.276, 841.89)
"""Width and height in points; a page has the shape of its photograph, within these."""


class OpenPicture:
    """One photograph as the process that decodes holds it; every call raises UserError, named."""

    def __init__(self, picture: Picture, sandbox: Sandbox = FOR_WORK) -> None:
        self._name, data = picture.name, picture.data()
        phone = content_type(data[:_HEAD]) in HEIC
        self._file = HeldFile(sandbox, "photo", data, phone=phone)

    def pages(self) -> int:
        """Return how many pages it has: a TIFF or a HEIC may have several."""
        return int(self._ask("look").head["pages"])

    def seen(self, sheet: Sheet, dots: int) -> Answer:
        """Return the page whole, turned and lightened, with at most so many dots."""
        told = {"number": sheet.page, "quarters": sheet.quarters, "light": sheet.light}
        return self._ask("seen", most=MOST_PIXELS, shown=dots, **told)

    def sheet(self, sheet: Sheet) -> tuple[tuple[int, int], bytes]:
        """Return the size in dots of the page, and it as JPEG."""
        told = {"number": sheet.page, "quarters": sheet.quarters, "light": sheet.light}
        found = self._ask("sheet", most=MOST_PIXELS, crop=list(sheet.crop), **told)
        width, height = map(int, found.head["size"])
        return (max(width, 1), max(height, 1)), found.body

    def close(self) -> None:
        """Let go of it."""
        self._file.close()

    def _ask(self, act: str, **told: Any) -> Answer:
        try:
            return self._file.ask(act, _SECONDS, **told)
        except TroubleError as trouble:
            raise _unreadable(self._name, trouble.trouble) from None
        except EndedError:
            text = _(
                "{name} takes far more memory or time to read than a photo does. "
                "Leave it out, or add it as it is."
            )
            raise UserError(text.format(name=self._name)) from None


def counted(pictures: Sequence[Picture]) -> tuple[Sheet, ...]:
    """Return every page of them, as photographed; what is no whole picture counts as one page."""
    return tuple(
        Sheet(at, page) for at, picture in enumerate(pictures) for page in range(_pages(picture))
    )


def _pages(picture: Picture) -> int:
    """Count the pages of a TIFF or a HEIC: no other picture has several."""
    try:
        with picture.open() as stream:
            if content_type(stream.read(_HEAD)) not in {"image/tiff", *HEIC}:
                return 1
        opened = OpenPicture(picture)
    except (OSError, UserError):
        return 1
    try:
        return opened.pages()
    except UserError:
        return 1
    finally:
        opened.close()


def as_pdf(pictures: Sequence[Picture], sheets: Sequence[Sheet], tell: Tell = nobody) -> bytes:
    """Return the pages as a PDF; the same photographs arranged alike are always the same bytes.

    ``tell`` hears how many pages of how many are made; it raises to stop. Raises UserError naming
    the photograph that cannot be read.
    """
    import pikepdf

    made = pikepdf.new()
    for at, sheet in enumerate(sheets):
        tell(at, len(sheets))
        opened = OpenPicture(pictures[sheet.picture])
        try:
            _add(made, *opened.sheet(sheet))
        finally:
            opened.close()
    out = BytesIO()
    made.save(out, deterministic_id=True)
    return out.getvalue()


def _add(made: Any, size: tuple[int, int], jpeg: bytes) -> None:
    from pikepdf import Dictionary, Name, Stream

    width, height = _within_a4(*size)
    page = made.add_blank_page(page_size=(width, height))
    about = {"/Type": Name.XObject, "/Subtype": Name.Image, "/Width": size[0], "/Height": size[1]}
    about |= {"/ColorSpace": Name.DeviceRGB, "/BitsPerComponent": 8, "/Filter": Name.DCTDecode}
    image = made.make_indirect(Stream(made, jpeg, about))
    page.obj.Resources = Dictionary(XObject=Dictionary(Page=image))
    page.obj.Contents = Stream(made, f"q {width} 0 0 {height} 0 0 cm /Page Do Q".encode())


def _within_a4(width: int, height: int) -> tuple[float, float]:
    short, long = _A4
    wide, high = (long, short) if width > height else (short, long)
    scale = min(wide / width, high / height)
    return round(width * scale, 2), round(height * scale, 2)


def _unreadable(name: str, trouble: str) -> UserError:
    if trouble == NO_READER:
        text = _(
            "{name} is a HEIC photo, which cannot be read on this computer. Add it as it is, "
            "or save it as JPEG first."
        )
    elif trouble == TOO_LARGE:
        text = _("{name} is too large a picture for a page. Save it smaller, or add it as it is.")
    else:
        text = _("{name} cannot be read as a picture. Leave it out, or add it as it is.")
    return UserError(text.format(name=name))
