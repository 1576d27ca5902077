"""The form for one claim of a draft: change it, add one, or split it in two."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import streamlit as st

from factcheck.errors import FactcheckError, InvalidValue
from factcheck.model import AttributedClaim, ClaimantType, Draft, Modality
from factcheck.text.normalise import one_line
from factcheck.ui import draft_change, pick_words
from factcheck.ui.draft_wording import find_quote, propose_split, read_chain, read_day, write_chain
from factcheck.ui.literal import literal
from factcheck.workbench import Workbench

TYPES = {
    ClaimantType.UNKNOWN: "Not known",
    ClaimantType.PERSON: "Person",
    ClaimantType.ORGANISATION: "Organisation",
    ClaimantType.GROUP: "Unnamed group",
}
MODALITIES = {modality: modality.capitalize() for modality in Modality}


@dataclass(frozen=True)
class Form:
    """One claim of a draft under the reviewer's hands; `at` is None for a claim to be added."""

    bench: Workbench
    draft: Draft
    key: str
    at: int | None = None

    @property
    def claim(self) -> AttributedClaim:
        return AttributedClaim("", "", 0, 0) if self.at is None else self.draft.claims[self.at]

    def field(self, name: str) -> str:
        return f"claim_{self.key}_{name}"

    def typed(self, name: str) -> str:
        return str(st.session_state.get(self.field(name)) or "").strip()


def add_form(bench: Workbench, draft: Draft) -> Form:
    return Form(bench, draft, f"{draft.id}_new")


def show_edit(form: Form) -> None:
    """The fields of one claim, filled with what the draft holds."""
    claim, add = form.claim, form.at is None
    pick_words.offer(form.field("quote"), form.field("near"))
    _fault(form)
    _start(form, quote=claim.quote, text=claim.claim_text, near=claim.start)
    with st.form(f"form_{form.key}", border=False):
        st.text_area(
            "Exact words in the article",
            key=form.field("quote"),
            height=100,
            help="They have to stand in the article; line breaks and the shape of quotation marks do not matter.",
            placeholder="Select the words in the article and press the button above, or paste them here",
        )
        st.text_area(
            "Claim, so that it stands alone",
            key=form.field("text"),
            height=90,
            placeholder="Empty: the exact words" if add else "",
        )
        _said_by(form)
        with st.container(horizontal=True):
            label = "Add claim" if add else "Save changes"
            st.form_submit_button(label, type="primary", key=form.field("save"), on_click=_save, args=(form,))
            st.form_submit_button("Cancel", key=form.field("cancel"), on_click=_close, args=(form,))


def _said_by(form: Form) -> None:
    claim = form.claim
    _start(
        form,
        claimant=claim.claim_author_name,
        cue=claim.cue,
        type=claim.claim_author_type,
        date=claim.claim_date,
        modality=claim.modality,
        chain=write_chain(claim.attribution_chain),
    )
    left, right = st.columns(2)
    left.text_input("Claimant", key=form.field("claimant"), placeholder="Who said it")
    right.selectbox("Claimant is a", list(TYPES), format_func=TYPES.__getitem__, key=form.field("type"))
    left, right = st.columns(2)
    left.text_input("Said how", key=form.field("cue"), placeholder="said, denied, wrote …")
    right.selectbox("Told as", list(MODALITIES), format_func=MODALITIES.__getitem__, key=form.field("modality"))
    left, right = st.columns(2)
    left.text_input("Date said", key=form.field("date"), placeholder="2024-05-31, 2024-05 or 2024")
    right.text_input(
        "Through whom",
        key=form.field("chain"),
        placeholder="TASS > the ministry",
        help="From the publication inwards, joined by >. Empty when the article quotes the claimant itself.",
    )


def show_split(form: Form) -> None:
    """Two claims from one: a proposal to correct."""
    _fault(form)
    first, second = propose_split(form.claim.claim_text)
    _start(form, first=first, second=second)
    with st.form(f"split_{form.key}", border=False):
        st.caption(
            "Both keep claimant, date and the rest. A half that stands in the article word for word gets its own place."
        )
        st.text_area("First claim", key=form.field("first"), height=90)
        st.text_area("Second claim", key=form.field("second"), height=90)
        with st.container(horizontal=True):
            st.form_submit_button(
                "Split in two", type="primary", key=form.field("halve"), on_click=_split, args=(form,)
            )
            st.form_submit_button("Cancel", key=form.field("cancel"), on_click=_close, args=(form,))


def _start(form: Form, **values: object) -> None:
    for name, value in values.items():
        st.session_state.setdefault(form.field(name), value)


def _save(form: Form) -> None:
    done = "Claim added." if form.at is None else "Claim changed."
    _write(form, lambda: [_edited(form)], done)


def _split(form: Form) -> None:
    _write(form, lambda: _halves(form), "Split into two claims.")


def _write(form: Form, make: Callable[[], list[AttributedClaim]], done: str) -> None:
    """Put what was typed into the draft; when it will not do, say why and keep the form as it is."""
    try:
        new = make()
    except FactcheckError as error:
        st.session_state["form_fault"] = (form.key, f"{error} Nothing was changed; your text is kept.")
        return
    at = len(form.draft.claims) if form.at is None else form.at
    if draft_change.put(form.bench, form.draft, draft_change.replace_claim(form.draft, at, new), done):
        _close(form)


def _close(form: Form) -> None:
    """Forget what was typed."""
    draft_change.close_form()
    for key in [key for key in st.session_state if str(key).startswith(form.field(""))]:
        del st.session_state[key]


def _fault(form: Form) -> None:
    """What was wrong with the last try, beside the fields."""
    key, message = st.session_state.pop("form_fault", ("", ""))
    if key == form.key:
        st.error(literal(message))


def _edited(form: Form) -> AttributedClaim:
    text = form.draft.article.text
    near = int(form.typed("near") or 0)
    if not form.typed("quote"):
        raise InvalidValue("The exact words are missing.", "Select them in the article, or paste them.")
    span = find_quote(text, form.typed("quote"), near)
    if span is None:
        raise InvalidValue(
            "These exact words do not stand in the article.",
            "Copy them from the article, without leaving anything out in between.",
        )
    quote = text[slice(*span)]
    said, precision = read_day(form.typed("date"), "The date")
    return replace(
        form.claim,
        claim_text=form.typed("text") or one_line(quote),
        quote=quote,
        start=span[0],
        end=span[1],
        claim_author_name=form.typed("claimant"),
        claim_author_type=ClaimantType(form.typed("type")),
        cue=form.typed("cue"),
        attribution_chain=read_chain(form.typed("chain")),
        claim_date=said,
        claim_date_precision=precision,
        modality=Modality(form.typed("modality") or Modality.ASSERTED),
    )


def _halves(form: Form) -> list[AttributedClaim]:
    parts = [form.typed("first"), form.typed("second")]
    if not all(parts) or parts[0] == parts[1]:
        raise InvalidValue("A split needs two different claims.", "Write one into each field.")
    return [_half(form.claim, part) for part in parts]


def _half(claim: AttributedClaim, part: str) -> AttributedClaim:
    """The claim with another text; its quote narrows to the text when that is part of it word for word."""
    span = find_quote(claim.quote, part) or find_quote(claim.quote, part.rstrip("."))
    start, end = span or (0, len(claim.quote))
    quote = claim.quote[start:end]
    return replace(claim, claim_text=part, quote=quote, start=claim.start + start, end=claim.start + end)
