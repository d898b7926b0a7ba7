"""Let every wheel carry the resources and the compiled translations inside the package."""

import subprocess
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class WheelHook(BuildHookInterface[Any]):
    """Called by hatchling; an editable install reads ``resources/`` where it lies."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile the translations, and add ``resources/`` to a wheel that will be shipped."""
        script = Path(self.root) / "packaging" / "translations.py"
        subprocess.run([sys.executable, str(script), "compile"], check=True)
        if version != "editable":
            build_data["force_include"]["resources"] = "secondop_desktop/resources"
