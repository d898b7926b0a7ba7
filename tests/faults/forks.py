"""Where the harness forks its processes: one server, which has imported what any of them needs."""

from multiprocessing import get_context
from typing import Final

FORKS: Final = get_context("forkserver")
FORKS.set_forkserver_preload(
    ["tests.faults.child", "tests.faults.works", "tests.faults.saving", "tests.faults.harness.fuzz"]
)
