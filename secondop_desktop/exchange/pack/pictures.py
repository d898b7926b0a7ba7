"""Photos and scans as pages; another process decodes them and makes them ready for paper."""

from dataclasses import dataclass
from typing import Any, BinaryIO, Final

from secondop_desktop.exchange.pack.paper import Guest, Shown, Why
from secondop_desktop.exchange.pack.placing import of_picture
from secondop_desktop.sandbox.answers import NO_READER, TOO_LARGE, Answer, TroubleError
from secondop_desktop.sandbox.held_file import HeldFile
from secondop_desktop.sandbox.process import FOR_WORK, EndedError

_MOST: Final = 500
_POINT: Final = 0.75  # of a pixel, as on a screen: a small picture is not blown up
_SIDEWAYS: Final = range(5, 9)
_TELEPHONES: Final = frozenset({"image/heic", "image/avif"})
_SECONDS: Final = 60.0
"""For one page; the largest photo takes a few."""

_WHY: Final[dict[str, Why]] = {NO_READER: "no reader", TOO_LARGE: "too large"}


@dataclass(frozen=True)
class _Pixels:
    """One picture ready for a PDF: its stream, what packs it, and its colours."""

    size: tuple[int, int]
    data: bytes
    filter: str
    colours: str
    bits: int
    orientation: int
    profile: bytes


def pictures(stream: BinaryIO, content_type: str) -> Shown:
    """Return the pages of a picture: several of a scan that has them, one of all others."""
    file = HeldFile(FOR_WORK, "print", stream.read(), phone=content_type in _TELEPHONES)
    try:
        count = int(file.ask("count", _SECONDS).head["pages"])
        pages = range(min(count, _MOST))
        found = [_pixels(file.ask("page", _SECONDS, number=number)) for number in pages]
    except TroubleError as trouble:
        return Shown(why=_WHY.get(trouble.trouble, "damaged"))
    except (LookupError, TypeError, ValueError):  # not what a decoder of ours answers
        return Shown(why="damaged")
    except EndedError:
        return Shown(why="too large")
    finally:
        file.close()
    size, cut = sum(len(one.data) for one in found), len(found) == _MOST
    return Shown(tuple(map(_guest, found)), size=size, cut=cut)


def _pixels(answer: Answer) -> _Pixels:
    """Return what was decoded; raises ValueError where it is not what a page can be."""
    told, body = answer.head, answer.body
    end = len(body) - told["profile"]
    known = (
        told["filter"] in {"/DCTDecode", "/FlateDecode"}
        and told["colours"] in {"/DeviceRGB", "/DeviceGray"}
        and told["bits"] in {1, 8}
        and told["orientation"] in range(1, 9)
        and min(end, *told["size"]) > 0
    )
    if not known:
        raise ValueError("no page of a picture")
    wide, tall = told["size"]
    return _Pixels((wide, tall), body[:end], told["filter"], told["colours"], told["bits"],
                   told["orientation"], body[end:])  # fmt: skip


def _guest(found: _Pixels) -> Guest:
    across, down = found.size
    sideways = found.orientation in _SIDEWAYS
    wide, tall = (down, across) if sideways else (across, down)
    wide_pt, tall_pt = wide * _POINT, tall * _POINT
    matrix = of_picture(wide_pt, tall_pt, found.orientation)
    return Guest(wide_pt, tall_pt, matrix, lambda whole: _stream(whole, found))


def _stream(pdf: Any, found: _Pixels) -> Any:
    import pikepdf
    from pikepdf import Array, Name

    colours: Any = Name(found.colours)
    if found.profile:
        profile = pikepdf.Stream(pdf, found.profile, N=3)
        colours = Array([Name.ICCBased, pdf.make_indirect(profile)])
    return pikepdf.Stream(
        pdf,
        found.data,
        Type=Name.XObject,
        Subtype=Name.Image,
        Width=found.size[0],
        Height=found.size[1],
        ColorSpace=colours,
        BitsPerComponent=found.bits,
        Filter=Name(found.filter),
    )
