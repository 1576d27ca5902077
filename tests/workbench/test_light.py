"""What an analysis with the built-in models loads."""

from __future__ import annotations

import subprocess
import sys

import pytest


@pytest.mark.models
def test_a_whole_analysis_loads_no_pytorch(database_url: str) -> None:
    code = (
        "import sys; from factcheck import config; from factcheck.workbench import Workbench\n"
        f"bench = Workbench.open(config.load({{}}, database_url={database_url!r}), 'Desk')\n"
        "rows = 'claim,speaker\\nThe raid on Larkov was repelled.,Ministry\\nThe raid on Larkov goes on.,Brigade\\n'\n"
        "bench.imports.run(rows.encode(), 'story.csv', 'Ada')\n"
        "assert bench.analysis.run().embedding_model.startswith('all-MiniLM-L6-v2 int8 ')\n"
        "sys.exit(sorted({'torch', 'transformers', 'sentence_transformers', 'spacy'} & set(sys.modules)) or 0)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
