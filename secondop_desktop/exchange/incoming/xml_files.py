"""Telling records of health from other XML: FHIR and C-CDA, packed (gz) or not."""

from secondop_desktop.exchange.containers.packed_stream import PlainFile
from secondop_desktop.exchange.markup.root import Root, root_of
from secondop_desktop.journal.files.gzip_members import is_packed
from secondop_desktop.journal.progress import Tell, nobody

_CDA = "urn:hl7-org:v3"
_FHIR = "http://hl7.org/fhir"


def may_be_xml(start: bytes) -> bool:
    """Tell whether a file that begins so is XML, in whatever encoding, or packed and may be."""
    return is_packed(start) or b"<" in start[:8].replace(b"\x00", b"")


def health_document(file: PlainFile, tell: Tell = nobody) -> object | None:
    """Return what a file of health records holds, to be read as FHIR; None for other XML.

    A C-CDA comes as the resources that say the same. ``tell`` hears how far it is.

    Raises UserError for one that is not whole, or that could do harm.
    """
    data, name = file.data, file.name
    root = root_of(data)
    # Imported where they are used: most files that come in are no XML.
    if root is not None and _is_fhir(root):
        from secondop_desktop.exchange.fhir_xml.converting import converted
        from secondop_desktop.exchange.markup.opening import opened

        return converted(opened(data, name, tell), tell)
    if root == Root(_CDA, "ClinicalDocument", root.has_doctype if root else False):
        from secondop_desktop.exchange.ccda.reading import resources
        from secondop_desktop.exchange.markup.opening import opened

        return resources(opened(data, name, tell), name, tell)
    return None


def _is_fhir(root: Root) -> bool:
    return root.space == _FHIR and root.name[:1].isupper()
