"""The finished paper and the pages from elsewhere, joined into one file.

The tagged summary stays the base: its structure, its bookmarks and its links go on to hold, as
each page from elsewhere is drawn inside a figure that is there already.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO, RawIOBase
from typing import Any, BinaryIO, cast

from secondop_desktop.exchange.pack.layers import keep_layers
from secondop_desktop.exchange.pack.paper import Guest
from secondop_desktop.exchange.pdf.structure.inside import Inside, put_inside


@dataclass(frozen=True)
class Claims:
    """What the file may say of itself: it can be read aloud (PDF/UA), it lasts (PDF/A)."""

    accessible: bool = True
    lasting: bool = True


def join(
    base: bytes,
    guests: Mapping[str, tuple[int, Guest]],
    out: BinaryIO,
    *,
    layers: Sequence[Any] = (),
    inside: Sequence[Inside] = (),
    claims: Claims = Claims(),
    password: str = "",
    step: Callable[[], None] = lambda: None,
) -> None:
    """Write the whole file; ``guests`` give, by name, the page (from 0) where each is drawn.

    ``step`` is called between the pages, and may raise to stop.
    """
    import pikepdf

    with pikepdf.open(BytesIO(base)) as pdf:
        pages = list(pdf.pages)
        for name, (at, guest) in guests.items():
            step()
            _draw(pages[at].obj, name, pdf.make_indirect(guest.drawn(pdf)))
        keep_layers(pdf, layers)
        for one in inside:
            step()
            put_inside(pdf, one)
        _say(pdf, claims)
        _save(pdf, out, password, step)


def _draw(page: Any, name: str, thing: Any) -> None:
    """Let a page know what it draws by this name."""
    from pikepdf import Dictionary, Name

    known = dict(page.Resources.items()) if "/Resources" in page else {}
    known["/XObject"] = Dictionary({f"/{name}": thing})
    page[Name.Resources] = Dictionary(known)


_ACCESSIBLE = b"<pdfuaid:part>1</pdfuaid:part>\n"
_LASTING = b"<pdfaid:part>3</pdfaid:part>\n<pdfaid:conformance>A</pdfaid:conformance>\n"


def _say(pdf: Any, claims: Claims) -> None:
    """Take back what the base says of itself and the pages from elsewhere do not keep."""
    said = pdf.Root.Metadata.read_bytes()
    if not claims.accessible:
        said = said.replace(_ACCESSIBLE, b"")
    if not claims.lasting:
        said = said.replace(_LASTING, b"")
    pdf.Root.Metadata.write(said)


def _save(pdf: Any, out: BinaryIO, password: str, step: Callable[[], None]) -> None:
    import pikepdf

    packing: dict[str, Any] = {"object_stream_mode": pikepdf.ObjectStreamMode.generate}
    if password:
        allow = pikepdf.Permissions(accessibility=True)
        packing["encryption"] = pikepdf.Encryption(owner=password, user=password, R=6, allow=allow)
    else:
        packing["deterministic_id"] = True
    careful = _Careful(out)
    pdf.save(cast(BinaryIO, careful), progress=lambda _part: step(), **packing)
    if careful.problem:
        raise careful.problem


class _Careful(RawIOBase):
    """Keeps what went wrong while qpdf writes: an error that reached it would end the program."""

    def __init__(self, out: BinaryIO) -> None:
        super().__init__()
        self._out = out
        self.problem: OSError | None = None

    def writable(self) -> bool:
        """Tell that it can be written."""
        return True

    def write(self, data: Any, /) -> int:
        """Write on; after the first problem nothing more."""
        if self.problem is None:
            try:
                self._out.write(data)
            except OSError as problem:
                self.problem = problem
        return len(data)
