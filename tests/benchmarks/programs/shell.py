"""Our program until its frame is seen, before any journal is opened."""

from secondop_desktop import __main__, app
from tests.benchmarks.programs.telling import tell


def begin(*_given: object) -> None:
    """Tell instead of opening a journal."""
    tell()


app._begin = begin
__main__.main([])
