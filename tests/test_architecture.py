from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "src" / "factcheck"


def test_the_layers_hold() -> None:
    command = [str(Path(sys.executable).parent / "lint-imports"), "--no-cache"]
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout + result.stderr


def test_every_folder_with_code_is_checked() -> None:
    """A folder without `__init__.py` would escape the import rules."""
    folders = {path.parent for path in PACKAGE.rglob("*.py")}
    assert [str(folder) for folder in folders if not (folder / "__init__.py").is_file()] == []


def test_every_stage_is_named_in_the_import_rules() -> None:
    rules = (ROOT / "pyproject.toml").read_text()
    stages = {path.stem for path in (PACKAGE / "pipeline").iterdir() if not path.name.startswith("__")}
    assert [stage for stage in sorted(stages) if f'"factcheck.pipeline.{stage}"' not in rules] == []
