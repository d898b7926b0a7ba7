"""One picture of a DICOM object, windowed as the object says (PS3.3 C.11), by Pillow alone."""

from array import array
from typing import Any, Final

from secondop_desktop.sandbox.answers import DAMAGED, NO_READER, TOO_LARGE, TroubleError

_SHADES: Final = 256
_LEAST_SHARE: Final = 1e-9


def picture(whole: Any, most: int) -> Any:
    """Return the middle picture of an object; ``most`` are the dots of one picture at most.

    Raises TroubleError for one without pictures, too large, or in a form that nothing reads.
    """
    rows, columns = _whole_number(whole, "Rows"), _whole_number(whole, "Columns")
    if "PixelData" not in whole or rows <= 0 or columns <= 0:
        raise TroubleError(DAMAGED)
    if rows * columns > most:
        raise TroubleError(TOO_LARGE, dots=rows * columns)
    data, bits, planar, colours = _frame(whole, rows, columns)
    if _whole_number(whole, "SamplesPerPixel", 1) == 3:
        return _coloured(data, (columns, rows), planar, colours)
    if colours == "PALETTE COLOR" or bits not in {1, 8, 16}:
        raise TroubleError(NO_READER)
    return _grey(whole, data, (columns, rows), bits, colours)


def _whole_number(whole: Any, name: str, otherwise: int = 0) -> int:
    try:
        return int(whole.get(name) or otherwise)
    except (TypeError, ValueError):
        return otherwise


def _frame(whole: Any, rows: int, columns: int) -> tuple[bytes, int, int, str]:
    """Return the bytes of the middle frame, its bits, whether by planes, and what colours mean."""
    frames = max(_whole_number(whole, "NumberOfFrames", 1), 1)
    samples = _whole_number(whole, "SamplesPerPixel", 1)
    bits = _whole_number(whole, "BitsAllocated", 8)
    syntax = whole.file_meta.TransferSyntaxUID
    if syntax.is_encapsulated:
        return _unpacked(whole, syntax, frames // 2)
    size = (rows * columns * samples * bits + 7) // 8
    start = frames // 2 * size
    data = bytes(memoryview(whole.PixelData)[start : start + size])
    if len(data) < size:
        raise TroubleError(DAMAGED)
    if bits == 16 and not syntax.is_little_endian:
        data = _swapped(data)
    planar = _whole_number(whole, "PlanarConfiguration")
    return data, bits, planar, str(whole.get("PhotometricInterpretation", ""))


def _unpacked(whole: Any, syntax: Any, number: int) -> tuple[bytes, int, int, str]:
    from pydicom.pixels.decoders.base import get_decoder

    try:
        decoder = get_decoder(syntax)
        data, told = decoder.as_buffer(whole, index=number)
    except (NotImplementedError, RuntimeError) as problem:
        raise TroubleError(NO_READER, form=str(syntax.name)) from problem
    planar = int(told.get("planar_configuration") or 0)
    return bytes(data), int(told["bits_allocated"]), planar, str(told["photometric_interpretation"])


def _swapped(data: bytes) -> bytes:
    words = array("H", data)
    words.byteswap()
    return words.tobytes()


def _coloured(data: bytes, size: tuple[int, int], planar: int, colours: str) -> Any:
    from PIL import Image

    plane = size[0] * size[1]
    if planar:
        parts = [data[at * plane : (at + 1) * plane] for at in range(3)]
        image = Image.merge("RGB", [Image.frombytes("L", size, part) for part in parts])
    else:
        image = Image.frombytes("RGB", size, data[: 3 * plane])
    if colours.startswith("YBR_FULL"):
        return Image.merge("YCbCr", image.split()).convert("RGB")
    return image


def _grey(whole: Any, data: bytes, size: tuple[int, int], bits: int, colours: str) -> Any:
    from PIL import Image, ImageOps

    if bits == 1:
        return Image.frombytes("1", size, data, "raw", "1;R").convert("L")
    if bits == 8:
        image = Image.frombytes("L", size, data[: size[0] * size[1]])
    else:
        image = Image.frombytes("I;16", size, data[: size[0] * size[1] * 2]).convert("I")
    values = _stored_values(whole, bits)
    low, high = _window(whole, image, values)
    span = max(high - low, _LEAST_SHARE)
    table = [max(0, min(_SHADES - 1, round((one - low) / span * (_SHADES - 1)))) for one in values]
    shown = image.point(table, "L") if bits == 16 else image.point(table)
    return ImageOps.invert(shown) if colours == "MONOCHROME1" else shown


def _stored_values(whole: Any, bits: int) -> list[float]:
    """Return what each stored number stands for (PS3.3 C.11.1): signed or not, and rescaled."""
    stored = min(max(_whole_number(whole, "BitsStored", bits), 1), bits)
    mask, half = (1 << stored) - 1, 1 << stored - 1
    signed = _whole_number(whole, "PixelRepresentation") == 1
    slope, shift = _number(whole, "RescaleSlope", 1.0), _number(whole, "RescaleIntercept", 0.0)
    plain = ((one & mask) for one in range(1 << bits))
    real = (((one ^ half) - half) if signed else one for one in plain)
    return [one * (slope or 1.0) + shift for one in real]


def _window(whole: Any, image: Any, values: list[float]) -> tuple[float, float]:
    """Return the darkest and the lightest value shown: as told, else from the picture itself."""
    width, centre = _number(whole, "WindowWidth", 0.0), _number(whole, "WindowCenter", 0.0)
    if width >= 1:
        return centre - width / 2, centre + width / 2
    seen = image.resize((64, 64), 0).getcolors(4096) or [(1, 0)]
    used = sorted(values[one] for _count, one in seen)
    return used[len(used) // 200], used[-1 - len(used) // 200]


def _number(whole: Any, name: str, otherwise: float) -> float:
    value = whole.get(name)
    if hasattr(value, "__iter__") and not isinstance(value, str):
        value = next(iter(value), None)
    try:
        return float(value) if value not in (None, "") else otherwise
    except (TypeError, ValueError):
        return otherwise
