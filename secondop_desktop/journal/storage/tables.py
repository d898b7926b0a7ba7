"""The journal's own tables: change log, attachments, and what the search index is made from."""

from sqlalchemy import Column, ForeignKey, Index, Integer, LargeBinary, Table, Text

from secondop_desktop.journal.model import MADE

meta = Table(
    "meta",
    MADE,
    Column("key", Text, primary_key=True),
    Column("value", Text, nullable=False),
)

change_log = Table(
    "change_log",
    MADE,
    Column("seq", Integer, primary_key=True),
    Column("step", Integer, nullable=False),
    Column("at", Text, nullable=False),
    Column("what", Text, nullable=False),
    Column("label", Text, nullable=False),
    Column("merge", Text, nullable=False),
    Column("target", Integer),
)
"""What happened, oldest first. The rows of one undo step follow each other and bear the ``seq``
of the first as ``step``; ``target`` is the step that was undone or done again."""
Index("ix_change_log_target", change_log.c.target, sqlite_where=change_log.c.target.is_not(None))

change_row = Table(
    "change_row",
    MADE,
    Column("seq", ForeignKey("change_log.seq"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("entry", Text, nullable=False, index=True),
    Column("before", Text),
    Column("after", Text),
    sqlite_with_rowid=False,
)

attachment = Table(
    "attachment",
    MADE,
    Column("hash", Text, primary_key=True),
    Column("size", Integer, nullable=False),
    Column("type", Text, nullable=False),
    Column("added", Text, nullable=False),
    Column("packed", Text, nullable=False),
)
"""Files by the hash and size of what they are; ``packed`` says how their bytes lie here."""

attachment_chunk = Table(
    "attachment_chunk",
    MADE,
    Column("chunk", Integer, primary_key=True),
    Column("hash", ForeignKey("attachment.hash"), nullable=False),
    Column("position", Integer, nullable=False),
    Column("bytes", LargeBinary, nullable=False),
    Index("ix_attachment_chunk_hash", "hash", "position", unique=True),
)

source = Table(
    "source",
    MADE,
    Column("hash", ForeignKey("attachment.hash"), primary_key=True),
    Column("name", Text, nullable=False),
    Column("imported", Text, nullable=False),
)
"""The files that entries were read from: the name each had, and when it first came in."""

search_doc = Table(
    "search_doc",
    MADE,
    Column("doc", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("kind", Text, nullable=False),
    Column("person", Text),
    Column("binned", Integer, nullable=False),
    Column("title", Text, nullable=False),
    Column("words", Integer, nullable=False),
)
"""What the search knows of each entry; ``words`` is a hash over what its fields say."""

TOKENS = "tokenize='unicode61 remove_diacritics 2'"
"""How text becomes words: accents do not matter. Indexes of beginnings would make no search
faster, but each save take twice as long."""

SEARCH_DDL = (
    f"CREATE VIRTUAL TABLE search USING fts5(title, body, content='', {TOKENS})",
    "INSERT INTO search(search, rank) VALUES ('secure-delete', 1)",
    "INSERT INTO search(search, rank) VALUES ('rank', 'bm25(5.0, 1.0)')",
)
"""The full-text index of each entry that is not in the bin; it keeps none of their texts."""
