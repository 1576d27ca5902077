"""A page is answered without the models: nothing heavy is imported on the way to it."""

from __future__ import annotations

import os
import subprocess
import sys

from factcheck.workbench import Workbench
from tests.ui.support import analysed

OPEN_EVERY_PAGE = """
import sys
from streamlit.testing.v1 import AppTest
from factcheck import config
from factcheck.ui import navigation
from factcheck.workbench import warmup

warmup.load_models = lambda: None
app = AppTest.from_file(str(config.checkout() / "app.py"), default_timeout=60)
app.session_state["reviewer"] = "Ada Fox"
app.query_params["project"] = "Test desk"
for page in sorted(navigation.PAGES.glob("[a-z]*.py")):
    app.switch_page(str(page)).run()
    assert not app.exception, (page, app.exception)
print(" ".join(sorted({"torch", "spacy", "transformers", "onnxruntime"} & sys.modules.keys())))
"""


def test_no_page_imports_a_model_library(bench: Workbench, database_url: str) -> None:
    analysed(bench)
    environment = {**os.environ, "FACTCHECK_DATABASE_URL": database_url}
    ran = subprocess.run(
        [sys.executable, "-c", OPEN_EVERY_PAGE], env=environment, capture_output=True, text=True, check=False
    )
    assert ran.returncode == 0, ran.stderr
    assert ran.stdout.split() == []
