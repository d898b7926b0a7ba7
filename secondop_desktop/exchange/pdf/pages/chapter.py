"""What a chapter of the summary is: its key, its heading, and how it is laid out from rows."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol, TypeVar

from secondop_desktop.exchange.pdf.blocks.block import TALL, Stack
from secondop_desktop.exchange.pdf.blocks.flow import (
    Block,
    Column,
    Content,
    Facts,
    Gap,
    Para,
    Table,
    Together,
)
from secondop_desktop.exchange.pdf.blocks.prose import blocks_of
from secondop_desktop.exchange.pdf.text.runs import Run, mention, muted
from secondop_desktop.journal.kinds import Kind, Kinds, Names
from secondop_desktop.journal.values.dates import undated_last
from secondop_desktop.journal.wording import as_written
from secondop_desktop.lang import MONTHS, _, in_short

T = TypeVar("T")
_LARGE_ACROSS = 3  # columns that large print has room for
_POSTCODE = 10  # letters at most
_ENDS = (". ", "? ", "! ", "; ", ": ")


class Rows(Protocol):
    """Gives a chapter the rows to print: of one person, without what is left out.

    ``names`` gives an empty text for what is left out; ``large`` asks for large print.
    """

    @property
    def kinds(self) -> Kinds:
        """All kinds of entry."""
        ...

    @property
    def names(self) -> Names:
        """Gives the title of an entry."""
        ...

    @property
    def today(self) -> date:
        """The day on which it is printed."""
        ...

    @property
    def since(self) -> date:
        """How far back what is told day by day goes."""
        ...

    @property
    def private(self) -> bool:
        """Whether what is told to few may be printed, such as where papers lie at home."""
        ...

    @property
    def large(self) -> bool:
        """Whether it is large print."""
        ...

    @property
    def wide(self) -> bool:
        """Whether the paper lies on its side."""
        ...

    def of(self, kind: str) -> Sequence[Any]:
        """Return the rows of a kind, in the order in which they were entered."""
        ...

    def in_part(self, kind: str) -> Sequence[Any]:
        """Return what no table or chart can hold, as a part of it cannot be read, such as a date.

        ``of`` has these only where a draft can stand among the others.
        """
        ...

    def once(self, make: Callable[["Rows"], T]) -> T:
        """Return what is made of these rows, which several parts of a paper tell of."""
        ...

    @property
    def case(self) -> Any:
        """The case the paper is about, or None."""
        ...

    def of_case(self, kind: str) -> Sequence[Any]:
        """Return the rows that belong to the case or to none."""
        ...

    def asks(self, question: Any) -> bool:
        """Tell whether an open question is for the reader of this paper."""
        ...


@dataclass(frozen=True)
class Chapter:
    """One chapter; ``kinds`` names every kind whose entries it prints.

    ``make`` returns an empty list when there is nothing to print. ``usual`` says whether it is
    printed unless the person chooses otherwise; the others are appendices. A ``private`` one is
    told to few: it is printed only with what is private, also where it was chosen.
    """

    key: str
    title: str
    kinds: tuple[str, ...]
    make: Callable[[Rows], list[Block]]
    usual: bool = False
    private: bool = False


def word(rows: Rows, kind: str, field: str, value: str) -> str:
    """Return the words of a choice, such as "Confirmed"."""
    return _(rows.kinds[kind].by_name[field].label_of(value)) if value else ""


def day(when: Any) -> str:
    """Return a date in words, or nothing."""
    return when.words() if when else ""


def brief(when: Any) -> str:
    """Return a date in few letters, such as ``3 Dec 1947``, without its time; or nothing."""
    if not when:
        return ""
    month = [_(MONTHS[when.month - 1])[:3]] if when.month else []
    text = " ".join([*([str(when.day)] if when.day else []), *month, str(when.year)])
    return _("about {date}").format(date=text) if when.about else text


def day_of(row: Any, field: str) -> str:
    """Return an entry's date in words, in quotes as it is written where it is none, or nothing."""
    return day(getattr(row, field)) or as_written(row, field)


def brief_of(row: Any, field: str) -> str:
    """Return an entry's date in few letters, in quotes as it is written where it is none."""
    return brief(getattr(row, field)) or as_written(row, field)


def on(text: str, date: str) -> str:
    """Put a date into a text such as "from {date}"; nothing where there is no date."""
    return text.format(date=date) if date else ""


def lines(*parts: str) -> str:
    """Put what is known on lines of its own."""
    return "\n".join(part for part in parts if part)


def listed(*parts: str) -> str:
    """Put what is known into one line."""
    return ", ".join(part for part in parts if part)


def dotted(*parts: str) -> str:
    """Put what is known into one line whose parts may have commas and capitals of their own."""
    return "\N{NO-BREAK SPACE}· ".join(part for part in parts if part)


def address(text: str) -> str:
    """Put an address into one line; its postcode is not torn apart."""
    *before, last = [line.strip(" ,") for line in text.splitlines()] or [""]
    whole = len(last) <= _POSTCODE
    return listed(*before, last.replace(" ", "\N{NO-BREAK SPACE}") if whole else last)


def named(rows: Rows, *entries: str | None) -> str:
    """Return the titles of entries, each on a line."""
    return lines(*map(rows.names, entries))


def pairs(*known: tuple[str, Content]) -> list[tuple[str, Content]]:
    """Return the labelled values that are not empty."""
    return [pair for pair in known if pair[1]]


def facts(*known: tuple[str, Content]) -> list[Block]:
    """Lay out labelled values that are not empty, if there are any."""
    left = pairs(*known)
    return [Facts(left)] if left else []


def shorter(text: str, most: int) -> str:
    """Bring a text into at most about so many letters, whole sentences where one fits."""
    cut = in_short(text, most)
    if not cut.endswith("…") or text.rstrip().endswith("…"):
        return cut
    at = max(cut.rfind(end, most // 5) for end in _ENDS)
    return f"{cut[: at + 1]} …" if at > 0 else cut


def titled(title: str, *more: str) -> Content:
    """Return a heading cell: a title, and what else is known of it in plain letters below."""
    text = lines(*more)
    return [title, Para(text, "cell")] if text else title


def source(rows: Rows, row: Any, *, without: str | None = None) -> str:
    """Say where a fact stands: in the person's words, else the record it came from; and the page.

    ``without`` is the id of a record that is named elsewhere already.
    """
    record = rows.names(row.record) if row.record != without else ""
    said = str(getattr(row, "source", "")) or record
    page = _("page {page}").format(page=row.page) if row.page else ""
    return listed(said, "" if page in said else page)


def papers(rows: Rows, *entries: str | None) -> list[str | Run]:
    """Return the titles of records, each on a line and a link to where it is listed."""
    named_ones = [(rows.names(entry), f"record {entry}") for entry in entries]
    return below(*([mention(name, place)] for name, place in named_ones if name))


def found_in(rows: Rows, row: Any) -> list[str | Run]:
    """Say where a fact stands, as a link to the record where one is known."""
    said = source(rows, row)
    if not said:
        return []
    return [mention(said, f"record {row.record}") if rows.names(row.record) else said]


def below(*parts: str | Sequence[str | Run]) -> list[str | Run]:
    """Put what is known on lines of its own, where some of it is a link."""
    words: list[str | Run] = []
    for part in filter(None, parts):
        words += ["\n"] if words else []
        words += [part] if isinstance(part, str) else part
    return words


def dated(rows: Sequence[Any], name: str) -> list[Any]:
    """Order rows by a date, the earliest first and the undated last."""
    return sorted(rows, key=lambda row: undated_last(getattr(row, name)))


def table(
    rows: Rows,
    columns: Sequence[Column],
    cells: Sequence[Sequence[Content]],
    *,
    row_headers: bool = False,
    name: int = 0,
) -> list[Block]:
    """Lay out entries as a table without its empty columns, if there are any entries.

    Large print has no room for many columns: there each entry stands below the one before,
    headed by its cell in the column ``name``.
    """
    shown = [at for at, _column in enumerate(columns) if any(row[at] for row in cells)]
    heads = [columns[at] for at in shown]
    left = [[row[at] for at in shown] for row in cells]
    if not shown:
        return []
    if rows.large and len(shown) > _LARGE_ACROSS:
        return [_stacked(columns, row, name) for row in cells]
    return [Table(heads, left, row_headers=row_headers and shown[0] == 0)]


def _stacked(columns: Sequence[Column], row: Sequence[Content], name: int) -> Block:
    """Return one entry below its name, each cell after the heading of its column."""
    others = [at for at in range(len(columns)) if at != name and row[at]]
    said = [_after(columns[at].title, row[at]) for at in others]
    start = Together(*blocks_of(row[name] or "–", "strong"), *said[:1], most=TALL)
    return Together(start, *said[1:], Gap("m"), most=TALL)


def _after(label: str, content: Content) -> Content:
    head = muted(_("{label}: ").format(label=label))
    if isinstance(content, str | Run | Block):
        return Stack(blocks_of([head, content], "cell"))
    return Stack(blocks_of([head, *content], "cell"))


def plain(kind: Kind) -> Chapter:
    """Return the chapter of a kind that has none of its own: date, title, line and notes."""
    return Chapter(kind.name, kind.plural, (kind.name,), lambda rows: _table(kind, rows))


def _table(kind: Kind, rows: Rows) -> list[Block]:
    found = rows.of(kind.name)
    columns = [Column(_("Date"), 2), Column(_(kind.label), 3), Column(_("More"), 4)]
    return table(rows, columns, [_cells(kind, row, rows) for row in found])


def _cells(kind: Kind, row: Any, rows: Rows) -> tuple[str, ...]:
    when = day_of(row, kind.when) if kind.when else ""
    title, line = kind.title(row, rows.names), kind.line(row, rows.names)
    left = (text for text in _texts(kind, row) if text not in title and text not in line)
    return when, title, lines(line, *left)


def _texts(kind: Kind, row: Any) -> list[str]:
    """Return what was written freely into an entry."""
    free = [one for one in kind.fields if not (one.choices or one.refers or one.file)]
    values = [getattr(row, one.name) for one in free]
    return [value for value in values if isinstance(value, str)]
