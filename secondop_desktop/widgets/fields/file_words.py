"""How big a file is and what it is, in plain words."""

from pathlib import PurePath

from secondop_desktop.lang import N_, _

_STEP = 1000
_UNITS = ("KB", "MB", "GB")
_TYPES = {
    N_("PDF"): ("pdf",),
    N_("Photo or picture"): ("jpg", "jpeg", "png", "heic", "heif", "tif", "tiff", "gif", "webp"),
    N_("Text"): ("txt", "md", "rtf"),
    N_("Letter or document"): ("doc", "docx", "odt"),
    N_("Table"): ("csv", "xls", "xlsx", "ods"),
    N_("Recording"): ("mp3", "m4a", "wav", "ogg", "opus", "amr", "aac", "3gp", "mp4", "mov"),
    N_("Scan images (DICOM)"): ("dcm", "dicom"),
    N_("E-mail"): ("eml", "msg"),
    N_("Packed folder"): ("zip",),
}


def size_words(size: int) -> str:
    """Say a size in bytes as people see it elsewhere: ``340 KB``, ``2.3 MB`` (1 KB = 1000)."""
    number, unit = max(size, 0) / _STEP, _UNITS[0]
    for bigger in _UNITS[1:]:
        if round(number) < _STEP:
            break
        number, unit = number / _STEP, bigger
    shown = f"{number:.1f}" if 0 < number < 10 and unit != "KB" else f"{max(number, 0):.0f}"
    return f"{shown} {unit}" if size >= _STEP else _("less than 1 KB")


def type_words(name: str) -> str:
    """Say what kind of file a name promises; its ending when that is not known."""
    ending = PurePath(name).suffix.removeprefix(".").lower()
    known = next((words for words, endings in _TYPES.items() if ending in endings), "")
    return _(known) if known else ending.upper() or _("File")
