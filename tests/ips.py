"""Ask the judge in ``ips_judge`` whether documents keep to the International Patient Summary."""

import os
import shutil
import subprocess
from functools import cache
from pathlib import Path

import pytest

_JUDGE = Path(__file__).parent / "ips_judge" / "judge.mjs"


def accepted_as_ips(*paths: Path) -> None:
    """Fail with the judge's words unless every file is an IPS document without an error.

    The test is skipped, and says why, where Node is not at hand or the judge cannot be made ready.
    """
    node = shutil.which("node")
    if not node:
        pytest.skip("The judge of IPS documents needs Node 20")
    if not _is_ready(node):
        pytest.skip("The judge of IPS documents could not be made ready: it needs npm, once")
    done = subprocess.run(
        [node, _JUDGE, *paths], capture_output=True, text=True, check=False, env=_environment()
    )
    assert done.returncode == 0, done.stdout[:4000] + done.stderr[-1000:]


@cache
def _is_ready(node: str) -> bool:
    asked = [node, str(_JUDGE), "--setup"]
    done = subprocess.run(asked, capture_output=True, check=False, env=_environment())
    return done.returncode == 0


def _environment() -> dict[str, str]:
    """Return the environment with the judge's cache in the real home, not in that of a test."""
    import pwd

    home = Path(pwd.getpwuid(os.getuid()).pw_dir)
    return {"IPS_JUDGE_CACHE": str(home / ".cache" / "secondop-ips-judge"), **os.environ}
