from __future__ import annotations

from pathlib import Path

import pytest

from factcheck import config
from factcheck.errors import InvalidValue

DOCS = Path(__file__).parents[1] / "docs" / "settings.md"


@pytest.mark.parametrize("setting", config.SETTINGS, ids=lambda setting: setting.name)
def test_every_setting_is_documented(setting: config.Setting) -> None:
    lines = [line for line in DOCS.read_text().splitlines() if f"`{setting.variable}`" in line]
    assert len(lines) == 1
    assert setting.help in lines[0]
    assert setting.default in lines[0]


def test_an_override_wins_over_the_environment_and_the_default() -> None:
    environment = {"FACTCHECK_PORT": "9000"}
    assert config.load({}).port == 8501
    assert config.load(environment).port == 9000
    assert config.load(environment, port="9001").port == 9001
    assert config.load(environment, port=None).port == 9000


def test_a_number_that_is_none_is_named() -> None:
    with pytest.raises(InvalidValue, match="port is 'eighty'"):
        config.load({"FACTCHECK_PORT": "eighty"})


def test_an_unknown_setting_lists_the_known_ones() -> None:
    with pytest.raises(InvalidValue, match="Known settings: .*embedding_model"):
        config.load({}, colour="red")


def test_the_default_database_lies_in_the_checkout() -> None:
    assert config.default_database_url().endswith("db/factcheck.sqlite3")
