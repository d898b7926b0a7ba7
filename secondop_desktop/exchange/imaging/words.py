"""What is on an imaging disc, in words: the title of its record, its studies and series."""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from typing import Any, Final

from secondop_desktop.exchange.imaging.describing import Disc, Series, several
from secondop_desktop.journal.values.dates import PartialDate
from secondop_desktop.lang import N_, _, ngettext

_SORTS: Final[Mapping[str, str]] = {
    "CT": N_("CT scan"),
    "MR": N_("MRI scan"),
    "US": N_("Ultrasound"),
    "CR": N_("X-ray"),
    "DX": N_("X-ray"),
    "RG": N_("X-ray"),
    "MG": N_("Mammogram"),
    "PT": N_("PET scan"),
    "NM": N_("Nuclear medicine scan"),
    "XA": N_("Angiogram"),
    "RF": N_("Moving X-ray"),
    "ES": N_("Pictures of an endoscopy"),
    "OP": N_("Pictures of the eye"),
    "OCT": N_("Scan of the eye"),
    "ECG": N_("ECG"),
    "IO": N_("Dental X-ray"),
    "PX": N_("Dental X-ray"),
    "BMD": N_("Bone density scan"),
    "SM": N_("Slides of a microscope"),
}
"""Modalities as DICOM codes them (PS3.3, C.7.3.1.1.1)."""


def values(disc: Disc) -> dict[str, Any]:
    """Return the values of a record that a disc tells: title, date, number, and all in words."""
    told = [one.told for one in disc.series]
    days = sorted(filter(None, (day(one.get("date", "")) for one in told)), key=lambda d: d.iso)
    about = several([_study(one) for one in disc.series])
    title = ", ".join(about[:2]) or _("Imaging disc")
    said = [title, *([days[-1].words()] if days else [])]
    return {
        "title": ", ".join(said),
        "date": days[-1] if days else None,
        "accession": ", ".join(several([one.get("accession", "") for one in told])),
        "text": "\n".join(lines(disc)),
    }


def lines(disc: Disc) -> Iterator[str]:
    """Yield who the disc is about, then each study with its series, a line for each."""
    for told in disc.patients:
        born = day(told.get("born", ""))
        said = [spoken_name(told.get("patient", "")), born.words() if born else ""]
        yield _("Patient: {who}").format(who=", ".join(filter(None, said)))
    for those in disc.studies.values():
        first = those[0].told
        date = day(first.get("date", ""))
        said = [_study(those[0]), date.words() if date else "", first.get("hospital", "")]
        if first.get("accession"):
            said.append(_("number {number}").format(number=first["accession"]))
        yield " · ".join(filter(None, said))
        yield from (f"  {series(one)}" for one in those)


def series(one: Series) -> str:
    """Say what a series is and how many pictures it has."""
    named = several([one.told.get("named", ""), one.told.get("part", ""), sort(one)])
    if one.seen:
        text = ngettext("{count} picture", "{count} pictures", len(one.names))
    else:
        text = ngettext("{count} file", "{count} files", len(one.names))
    return ", ".join([*named, text.format(count=len(one.names))])


def sort(one: Series) -> str:
    """Say what made the pictures: the words of a modality, else its code."""
    code = one.told.get("sort", "")
    return _(_SORTS[code]) if code in _SORTS else code


def spoken_name(text: str) -> str:
    """Return a name of DICOM as it is spoken (PS3.5, PN: family^given^middle^prefix^suffix)."""
    family, given, middle, *_rest = [*text.split("=", maxsplit=1)[0].split("^"), "", "", ""]
    spoken = " ".join(" ".join([given, middle, family]).split())
    return spoken.title() if spoken.isupper() else spoken


def day(text: str) -> PartialDate | None:
    """Read a date of DICOM (PS3.5, DA: YYYYMMDD)."""
    plain = text.replace(".", "")
    with suppress(ValueError):
        return PartialDate(int(plain[:4]), int(plain[4:6]), int(plain[6:8]))
    return None


def _study(one: Series) -> str:
    about = one.told.get("about", "")
    return about or sort(one)
