"""Columns of numbers: yes or no, whole numbers, sums of money."""

from decimal import Decimal
from typing import Any, ClassVar

from sqlalchemy import Dialect, Integer

from secondop_desktop.journal.values.columns.value import Value
from secondop_desktop.lang import _
from secondop_desktop.patterns import pattern

_SUM = pattern(r"[-+]?(?:[1-9]\d{0,2}(?:,\d{3}){1,4}|\d{1,15})(?:\.\d{1,6})?")
_KEPT_SUM = pattern(r"-?\d+(?:\.\d+)?")
_WHOLE = pattern(r"[-+]?\d{1,15}")
_NUMBER: frozenset[type] = frozenset({int, type(None)})


class YesNo(Value):
    """Yes, no, or None for not asked."""

    impl = Integer
    cache_ok = True
    name = "yes/no"
    holds = _NUMBER
    _WORDS: ClassVar[dict[str, bool]] = {
        **dict.fromkeys(("true", "yes", "1"), True),
        **dict.fromkeys(("false", "no", "0"), False),
    }

    def _read(self, given: object) -> bool:
        if isinstance(given, bool):
            return given
        word = str(given).strip().lower()
        if word not in self._WORDS:
            raise ValueError(_("must be yes or no"))
        return self._WORDS[word]

    def process_bind_param(self, value: bool | None, dialect: Dialect | None) -> int | None:
        """Keep 1 or 0."""
        return None if value is None else int(value)

    def process_result_value(self, value: int | None, dialect: Dialect | None) -> bool | None:
        """Read 1 or 0."""
        if value not in {None, 0, 1}:
            raise ValueError(value)
        return None if value is None else bool(value)

    def words(self, value: bool | None) -> str:
        """Say yes or no."""
        return "" if value is None else _("Yes") if value else _("No")


class Whole(Value):
    """A whole number."""

    impl = Integer
    cache_ok = True
    name = "whole number"
    holds = _NUMBER

    def _read(self, given: object) -> int:
        if not _WHOLE.fullmatch(str(given).strip()):
            raise ValueError(_("must be a whole number"))
        return int(str(given))


class Amount(Value):
    """An exact sum of money, without its currency."""

    cache_ok = True
    name = "amount"

    def _read(self, given: object) -> Decimal:
        text = str(given).strip()
        if not _SUM.fullmatch(text):
            raise ValueError(_("must be an amount such as 250 or 89.50"))
        return Decimal(text.replace(",", ""))

    def show(self, value: Decimal | None) -> object:
        """Show it as text, so that no digit is lost."""
        return None if value is None else f"{value:f}"

    def process_bind_param(self, value: Decimal | None, dialect: Dialect | None) -> str | None:
        """Keep every digit."""
        return None if value is None else f"{value:f}"

    def process_result_value(self, value: str | None, dialect: Dialect | None) -> Any:
        """Read every digit."""
        if value is not None and not _KEPT_SUM.fullmatch(value):
            raise ValueError(value)
        return None if value is None else Decimal(value)
