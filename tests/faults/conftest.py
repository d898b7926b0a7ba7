"""Small disks that can be filled and locked."""

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

SIZE = 4
"""Megabytes of the small disk."""


@pytest.fixture(autouse=True)
def as_shipped(synced: None) -> None:
    """Nothing is hurried here: what reaches the disk is the question."""


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of few megabytes; only root can make one."""
    place = tmp_path / "disk"
    place.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", f"size={SIZE}m", "tmpfs", str(place)]
    if os.name != "posix" or subprocess.run(mount, check=False, capture_output=True).returncode:
        pytest.skip("only root can mount a small disk")
    try:
        yield place
    finally:
        subprocess.run(["umount", "--lazy", str(place)], check=True)


@pytest.fixture
def locked(disk: Path) -> Iterator[None]:
    """Let nothing be written on the disk any more, from the moment this is asked for."""
    yield
    subprocess.run(["mount", "-o", "remount,rw", str(disk)], check=True)
