"""What a file is, in plain words."""

from pathlib import PurePath

from secondop_desktop.lang import N_, _

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


def type_words(name: str) -> str:
    """Say what kind of file a name promises; its ending when that is not known."""
    ending = PurePath(name).suffix.removeprefix(".").lower()
    known = next((words for words, endings in _TYPES.items() if ending in endings), "")
    return _(known) if known else ending.upper() or _("File")
