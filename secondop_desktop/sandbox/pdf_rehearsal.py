"""Does to a stranger's PDF what joining it into a pack does, where that can harm nobody.

The program joins the pages itself (they are objects of their file until the whole is written). What
would take the program's memory or time, or end it, shows here first.
"""

from collections.abc import Iterator
from io import BytesIO, RawIOBase
from typing import Any, BinaryIO, cast

from secondop_desktop.sandbox.answers import DAMAGED, LOCKED, Answer, TroubleError


class PdfRehearsal:
    """A PDF that is opened, gone through, and written, all for nothing."""

    def __init__(self, data: bytes) -> None:
        import pikepdf

        try:
            self._pdf = pikepdf.open(BytesIO(data))
        except pikepdf.PasswordError:
            raise TroubleError(LOCKED) from None
        except pikepdf.PdfError:
            raise TroubleError(DAMAGED) from None

    def close(self) -> None:
        """Let go of the file."""
        self._pdf.close()

    def do_rehearse(self, _body: bytes) -> Answer:
        """Go through all that a pack reads of it and write its pages; return how many there are."""
        import pikepdf

        pdf = self._pdf
        if any("/Annots" in page.obj for page in pdf.pages):
            pdf.generate_appearance_streams()
            pdf.flatten_annotations("print")
        for stream in _read_by_a_pack(pdf):
            _read(stream)
        for page in pdf.pages:
            pikepdf.parse_content_stream(page)
        with pikepdf.new() as whole:
            for page in pdf.pages:
                form = page.as_form_xobject(handle_transformations=False)
                whole.make_indirect(whole.copy_foreign(form))
            whole.Root.Kept = pikepdf.Array(whole.objects)
            whole.save(
                cast(BinaryIO, _Nowhere()), object_stream_mode=pikepdf.ObjectStreamMode.generate
            )
        return Answer({"pages": len(pdf.pages)})


def _read_by_a_pack(pdf: Any) -> Iterator[Any]:
    """Yield the streams that are unpacked to be read: all but pictures, which stay packed."""
    import pikepdf

    for thing in pdf.objects:
        if isinstance(thing, pikepdf.Stream) and thing.get("/Subtype") != "/Image":
            yield thing


def _read(stream: Any) -> None:
    """Unpack a stream; raises MemoryError where it is a bomb, which qpdf calls damage."""
    import pikepdf

    try:
        stream.read_bytes()
    except pikepdf.PdfError as error:
        if _NO_MEMORY in str(error):
            raise MemoryError from error
        raise


_NO_MEMORY = "bad_alloc"


class _Nowhere(RawIOBase):
    """Takes whatever is written and keeps nothing."""

    def __init__(self) -> None:
        super().__init__()
        self._at = 0

    def writable(self) -> bool:
        """Tell that it can be written."""
        return True

    def seekable(self) -> bool:
        """Tell that its place is known."""
        return True

    def tell(self) -> int:
        """Return how much was written."""
        return self._at

    def seek(self, offset: int, whence: int = 0) -> int:
        """Stay where it is: only its place is asked for."""
        del offset, whence
        return self._at

    def write(self, data: Any) -> int:
        """Count the bytes."""
        self._at += len(data)
        return len(data)
