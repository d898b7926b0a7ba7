"""Ask veraPDF, the reference checker, whether PDFs keep to PDF/UA-1 or PDF/A-3a."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

_TOOL = Path(__file__).parents[2] / "shared" / "tools" / "verapdf" / "verapdf"


def accepted_as_ua1(*paths: Path) -> None:
    """Fail with veraPDF's words unless every file conforms to PDF/UA-1 (ISO 14289-1)."""
    accepted_as("ua1", *paths)


def accepted_as(flavour: str, *paths: Path) -> None:
    """Fail unless every file conforms to a flavour such as ``ua1`` or ``3a``.

    The test is skipped, and says why, where Java or the checker is not at hand.
    """
    if not shutil.which("java"):
        pytest.skip("veraPDF needs Java")
    if not _TOOL.is_file():
        pytest.skip("veraPDF is not in ../shared/tools/verapdf")
    done = subprocess.run(
        [_TOOL, flavour, *paths], capture_output=True, text=True, check=False, env=_environment()
    )
    if "compliant=" not in done.stdout and " ERROR " not in done.stdout:
        pytest.skip(f"veraPDF could not be made ready: {done.stderr.strip()[-200:]}")
    assert done.returncode == 0, done.stdout


_SOON_DONE = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"
"""For a Java that ends after seconds: to compile no further than that takes half its time."""


def _environment() -> dict[str, str]:
    """Return the environment with the checker's cache in the real home, not in that of a test."""
    import pwd

    home = Path(pwd.getpwuid(os.getuid()).pw_dir)
    own = {"VERAPDF_CACHE": str(home / ".cache" / "secondop-verapdf")}
    return {"JDK_JAVA_OPTIONS": _SOON_DONE, **own, **os.environ}
