"""A page of the real app on a real database, driven without a browser."""

from __future__ import annotations

import json
from typing import Any

import streamlit as st
from streamlit.testing.v1 import AppTest

from factcheck import config
from factcheck.ui import navigation
from factcheck.workbench import Workbench

APP = config.checkout() / "app.py"


class Screen:
    """One browser tab."""

    def __init__(self, project: str, reviewer: str = "Ada Fox") -> None:
        self.app = AppTest.from_file(str(APP), default_timeout=60)
        self.app.session_state["reviewer"] = reviewer
        self.app.query_params["project"] = project
        self.app.run()

    def go(self, page: str, **where: str) -> Screen:
        self.app.switch_page(str(navigation.PAGES / f"{page}.py"))
        for name, value in where.items():
            self.app.query_params[name] = value
        return self.run()

    def run(self) -> Screen:
        self.app.run()
        return self._sound()

    def click(self, label: str, place: int = 0) -> Screen:
        found = [button for button in self.app.button if button.label.startswith(label)]
        assert found, f"no button {label!r} among {[button.label for button in self.app.button]}"
        found[place].click().run()
        return self._sound()

    def type(self, label: str, text: str) -> Screen:
        """Type into a field; the page hears of it with the next press or `run`."""
        fields = [*self.app.text_input, *self.app.text_area]
        found = [field for field in fields if field.label.startswith(label)]
        assert found, f"no field {label!r} among {[field.label for field in fields]}"
        found[0].set_value(text)
        return self

    def typed(self, label: str) -> str:
        return next(f.value for f in [*self.app.text_input, *self.app.text_area] if f.label.startswith(label))

    def upload(self, *files: tuple[str, bytes]) -> Screen:
        chosen: Any = [(name, data, "application/octet-stream") for name, data in files]
        self.app.file_uploader[0].set_value(chosen if len(chosen) > 1 else chosen[0])
        return self.run()

    def choose(self, label: str, value: object) -> Screen:
        """Choose in a list, a row of options or a box to tick."""
        fields = [*self.app.selectbox, *self.app.radio, *self.app.checkbox]
        next(field for field in fields if field.label.startswith(label)).set_value(value)
        return self.run()

    def buttons(self) -> list[str]:
        return [button.label for button in self.app.button]

    def words(self) -> str:
        """Everything that is written on the page, without Markdown's escapes."""
        app = self.app
        kinds = (app.title, app.header, app.subheader, app.markdown, app.caption, app.info, app.warning)
        told = [element.value for kind in (*kinds, app.error, app.success, app.toast) for element in kind]
        return "\n".join([*told, *self.html()]).replace("\\", "")

    def html(self) -> list[str]:
        """What is drawn as HTML, also in the components that answer to a press."""
        sent = [json.loads(element.proto.json) for element in self.app.get("bidi_component")]
        pressed = [data["html"] for data in sent if "html" in data]
        return [*(element.proto.body for element in self.app.get("html")), *pressed]

    def links(self) -> dict[str, str]:
        """Label → address of the links to pages."""
        found = [element.proto for element in self.app.get("page_link")]
        return {link.label.replace("\\", ""): f"{link.page}?{link.query_string}" for link in found}

    def _sound(self) -> Screen:
        assert not self.app.exception, self.app.exception[0]
        return self


def fresh(monkeypatch: Any, database_url: str) -> None:
    """Let the app open this database, and nothing that an earlier test left."""
    monkeypatch.setenv("FACTCHECK_DATABASE_URL", database_url)
    st.cache_resource.clear()


def desk(database_url: str) -> Workbench:
    return Workbench.open(config.load({}, database_url=database_url), "Test desk")
