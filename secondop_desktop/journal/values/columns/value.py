"""What every column can do: be kept in the file, read from outside, and shown there."""

from abc import ABC, abstractmethod
from typing import Any, ClassVar

from sqlalchemy import Dialect, Text
from sqlalchemy.types import TypeDecorator


class Value(TypeDecorator[Any], ABC):
    """A column that can also be read from outside and shown there."""

    impl: Any = Text
    cache_ok = True
    name: ClassVar[str] = "text"
    empty: ClassVar[object] = None
    holds: ClassVar[frozenset[type]] = frozenset({str, type(None)})
    """The types in which the file holds it; a file that was harmed may hold any other."""

    @property
    def unreadable(self) -> object:
        """What a value is taken for that cannot be read."""
        return self.empty

    def read(self, given: object) -> Any:
        """Turn given JSON or text into the value to keep; nothing given is the empty value."""
        nothing = given is None or (isinstance(given, str) and not given.strip())
        return self.empty if nothing else self._read(given)

    @abstractmethod
    def _read(self, given: object) -> Any:
        """Read what is there; raises ValueError where it cannot be this."""

    def show(self, value: Any) -> object:
        """Turn the value into JSON."""
        return value

    def process_bind_param(self, value: Any, dialect: Dialect | None) -> Any:
        """Turn the value into what the file holds."""
        return value

    def process_result_value(self, value: Any, dialect: Dialect | None) -> Any:
        """Turn what the file holds into the value."""
        return value

    def words(self, value: Any) -> str:
        """Say the value in plain words for lists, CSV and the search index."""
        return "" if value is None else str(value)
