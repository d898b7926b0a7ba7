"""What lies where in an archive: a bag by BagIt 1.0 (RFC 8493) inside a zip."""

import re

BASE = "journal/"
"""The one folder in the zip; others may call it what they like."""
FORMAT = 1
"""The version of this layout; a program refuses later ones."""
DECLARATION = "bagit.txt"
DECLARED = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
ABOUT = "bag-info.txt"
MANIFEST = "manifest-sha256.txt"
TAG_MANIFEST = "tagmanifest-sha256.txt"
README = "data/README.txt"
HISTORY = "data/changes.jsonl"
FILES = "data/attachments.jsonl"
ATTACHMENTS = "data/attachments/"
SOURCES = "data/sources.jsonl"
JOURNAL = "data/journal.json"
FORMAT_LABEL, SCHEMA_LABEL = "Secondop-Archive", "Secondop-Schema"
"""Labels of ``bag-info.txt``: the version of this layout, and of the journal's tables."""

PAYLOAD = re.compile(
    r"data/(?:README\.txt|(?:changes|attachments|sources)\.jsonl|journal\.json"
    r"|entries/[a-z_]+\.jsonl|schema/[a-z_]+\.json|attachments/([0-9a-f]{2})/\1[0-9a-f]{62})"
)
"""What the files of the payload are called: an archive of this version has no others."""

_HASH = "sha256:"


def entries_of(kind: str) -> str:
    """Return where the entries of a kind are listed."""
    return f"data/entries/{kind}.jsonl"


def schema_of(kind: str) -> str:
    """Return where the lines of a kind are described."""
    return f"data/schema/{kind}.json"


def bytes_of(file_hash: str) -> str:
    """Return where the bytes of a file lie, by its hash with the algorithm's name."""
    digest = file_hash.removeprefix(_HASH)
    return f"{ATTACHMENTS}{digest[:2]}/{digest}"
