"""The verdict form; what is half written stays until it is saved."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime

import streamlit as st

from factcheck.model import SCALE, Confidence, Evidence, Verdict, VerdictFlag
from factcheck.ui import past_rulings, runtime
from factcheck.workbench import Workbench
from factcheck.workbench.browse import ClaimView
from factcheck.workbench.past_rulings import NearRuling

FLAGS = {
    VerdictFlag.OUTDATED: "True when made, outdated now",
    VerdictFlag.MISSING_CONTEXT: "Missing context",
    VerdictFlag.UNVERIFIED_AS_FACT: "Unverified, told as fact",
    VerdictFlag.SATIRE: "Satire",
    VerdictFlag.TRANSLATED: "Judged in translation",
}


class Fields:
    """The session keys of one claim's form in one project."""

    def __init__(self, project: str, claim_id: int) -> None:
        self.claim_id = claim_id
        self._prefix = f"verdict_{project}_{claim_id}"

    def key(self, name: str) -> str:
        return f"{self._prefix}_{name}"

    def get(self, name: str) -> object:
        return st.session_state.get(self.key(name))

    def text(self, name: str) -> str:
        return str(self.get(name) or "").strip()

    def forget(self) -> None:
        for key in [key for key in st.session_state if str(key).startswith(self._prefix + "_")]:
            del st.session_state[key]

    def start_again(self) -> None:
        """Forget what stands in the form, unless somebody has begun to write there."""
        if not (self.text("rating") or self.text("explanation")):
            self.forget()


def show(bench: Workbench, view: ClaimView, near: Sequence[NearRuling] | None = None) -> None:
    fields = Fields(bench.project, view.claim.id)
    mine = [verdict for verdict in view.verdicts if verdict.reviewer == runtime.reviewer()]
    _fill(fields, mine[-1] if mine else None)
    _rating(fields)
    past_rulings.warn(near, fields.text("rating"))
    st.text_area(
        "Explanation",
        key=fields.key("explanation"),
        height=140,
        placeholder="Why, in a few sentences",
        persist_state="session",
    )
    _evidence(fields)
    st.date_input("Evidence considered up to", key=fields.key("as_of"), format="YYYY-MM-DD", persist_state="session")
    st.segmented_control(
        "Confidence", list(Confidence), key=fields.key("confidence"), required=True, persist_state="session"
    )
    st.pills(
        "Flags",
        list(FLAGS),
        format_func=FLAGS.__getitem__,
        selection_mode="multi",
        key=fields.key("flags"),
        wrap=True,
        persist_state="session",
    )
    if mine:
        st.text_input(
            "What changed",
            key=fields.key("correction"),
            placeholder="Needed: you have judged this claim before",
            persist_state="session",
        )
    st.button(
        "Save verdict",
        key=fields.key("save"),
        type="primary",
        shortcut="Ctrl+S",
        width="stretch",
        on_click=_save,
        args=(bench, fields, view.newest_verdict_id, bool(mine)),
    )


def _fill(fields: Fields, mine: Verdict | None) -> None:
    """Start from one's own last verdict, else empty; never from another reviewer's."""
    if fields.get("filled"):
        return
    start = {
        "filled": True,
        "rating": mine.rating if mine else None,
        "explanation": mine.explanation if mine else "",
        "as_of": date.fromisoformat(mine.as_of) if mine and mine.as_of else datetime.now(UTC).date(),
        "confidence": mine.confidence if mine else Confidence.MEDIUM,
        "flags": list(mine.flags) if mine else [],
        "links": max(1, len(mine.evidence)) if mine else 1,
    }
    for number, item in enumerate(mine.evidence if mine else ()):
        start |= {f"url_{number}": item.url, f"archive_{number}": item.archive_url, f"note_{number}": item.note}
    for name, value in start.items():
        st.session_state.setdefault(fields.key(name), value)


def _rating(fields: Fields) -> None:
    words = {rating.label: rating for rating in SCALE}
    st.radio(
        "Rating",
        list(words),
        key=fields.key("rating"),
        persist_state="session",
        index=None,
        captions=[rating.definition for rating in SCALE],
        format_func=lambda label: f"{label} ({words[label].value})" if words[label].value else label,
    )


def _evidence(fields: Fields) -> None:
    st.markdown("Evidence")
    links = int(str(fields.get("links") or 1))
    for number in range(links):
        st.text_input(
            "Link",
            key=fields.key(f"url_{number}"),
            placeholder="https://…",
            label_visibility="collapsed",
            persist_state="session",
        )
        left, right = st.columns(2)
        left.text_input(
            "Archived copy",
            key=fields.key(f"archive_{number}"),
            placeholder="Archived copy: https://…",
            label_visibility="collapsed",
            persist_state="session",
        )
        right.text_input(
            "What it shows",
            key=fields.key(f"note_{number}"),
            placeholder="What it shows",
            label_visibility="collapsed",
            persist_state="session",
        )
    st.button("Add a link", key=fields.key("more"), icon=":material/add:", on_click=_one_more, args=(fields, links))


def _one_more(fields: Fields, links: int) -> None:
    st.session_state[fields.key("links")] = links + 1


def _save(bench: Workbench, fields: Fields, seen: int, correcting: bool) -> None:
    problem = _missing(fields, correcting)
    if problem:
        runtime.notify("error", f"{problem} Nothing was saved; your text is kept.")
        return
    if runtime.attempt(bench.review.save_verdict, _verdict(fields), seen, done="Verdict saved."):
        fields.forget()


def _missing(fields: Fields, correcting: bool) -> str:
    if not runtime.reviewer():
        return "Say who you are first: the field “Your name” in the sidebar."
    if not fields.text("rating"):
        return "Choose a rating."
    if correcting and not fields.text("correction"):
        return "Say what changed: a correction needs a reason."
    return ""


def _verdict(fields: Fields) -> Verdict:
    as_of = fields.get("as_of")
    flags = fields.get("flags")
    return Verdict(
        claim_id=fields.claim_id,
        reviewer=runtime.reviewer(),
        rating=fields.text("rating"),
        explanation=fields.text("explanation"),
        evidence=_links(fields),
        as_of=as_of.isoformat() if isinstance(as_of, date) else "",
        confidence=Confidence(fields.text("confidence") or Confidence.MEDIUM),
        flags=tuple(VerdictFlag(flag) for flag in flags) if isinstance(flags, list) else (),
        correction_note=fields.text("correction"),
    )


def _links(fields: Fields) -> tuple[Evidence, ...]:
    rows = range(int(str(fields.get("links") or 1)))
    found = [Evidence(*(fields.text(f"{name}_{number}") for name in ("url", "archive", "note"))) for number in rows]
    return tuple(item for item in found if item.url or item.archive_url or item.note)
