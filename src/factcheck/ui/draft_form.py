"""The form for one claim of a draft: change it or add one; what is typed is kept beside the draft."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

import streamlit as st

from factcheck.errors import FactcheckError, InvalidValue
from factcheck.model import AttributedClaim, ClaimantType, Draft, Modality
from factcheck.text.normalise import one_line
from factcheck.ui import draft_change, draft_place, half_typed, runtime
from factcheck.ui.draft_wording import find_quote, read_chain, read_day, write_chain
from factcheck.ui.literal import literal
from factcheck.workbench import Workbench

TYPES = {
    ClaimantType.UNKNOWN: "Not known",
    ClaimantType.PERSON: "Person",
    ClaimantType.ORGANISATION: "Organisation",
    ClaimantType.GROUP: "Unnamed group",
}
FIELDS = ("quote", "text", "claimant", "type", "cue", "modality", "date", "chain")
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

    def start(self, values: Mapping[str, str]) -> None:
        """Fill the fields that are not on the page yet: with what was typed before a reload, else with `values`."""
        begun = self.draft.typed.get(self.key, {})
        for name, value in values.items():
            st.session_state.setdefault(self.field(name), begun.get(name, value))

    def fill(self, **values: str) -> None:
        """Put values into fields, as if they had been typed."""
        for name, value in values.items():
            st.session_state[self.field(name)] = value
        self.keep({**self.draft.typed.get(self.key, {}), **values})

    def keep(self, fields: Mapping[str, str]) -> None:
        """Keep what stands in the form; a form in which nothing was changed is forgotten."""
        changed = {name: value for name, value in fields.items() if value != originals(self).get(name)}
        if not changed.keys() - {"action", "near"}:
            changed = {}
        runtime.attempt(self.bench.articles.keep_typed, self.draft.id, self.key, changed)

    def write(self, make: Callable[[], list[AttributedClaim]], done: str) -> None:
        """Put what was typed into the draft; when it will not do, say why and keep the form as it is."""
        try:
            new = make()
        except FactcheckError as error:
            st.session_state["form_fault"] = (self.key, f"{error} Nothing was changed; your text is kept.")
            return
        at = len(self.draft.claims) if self.at is None else self.at
        if draft_change.put(self.bench, self.draft, draft_change.replace_claim(self.draft, at, new), done, new):
            self.close()
            draft_place.go(self.draft.id, f"{self.draft.id}_{draft_change.name_of(new[0])}")

    def close(self) -> None:
        """Forget what was typed."""
        draft_place.close_form()
        runtime.attempt(self.bench.articles.keep_typed, self.draft.id, self.key, {})
        for key in [key for key in st.session_state if str(key).startswith(self.field(""))]:
            del st.session_state[key]


def originals(form: Form) -> dict[str, str]:
    """What the fields of a form hold before anything is typed."""
    claim = form.claim
    return {
        "quote": claim.quote,
        "text": claim.claim_text,
        "near": str(claim.start),
        "claimant": claim.claim_author_name,
        "type": TYPES[claim.claim_author_type],
        "cue": claim.cue,
        "modality": MODALITIES[claim.modality],
        "date": claim.claim_date,
        "chain": write_chain(claim.attribution_chain),
    }


def show(form: Form) -> None:
    """The fields of one claim, filled with what the draft holds."""
    add = form.at is None
    fault(form)
    form.start(originals(form))
    _known_claimants(form)
    with st.form(f"form_{form.key}", border=False):
        st.text_area(
            "Exact words in the article",
            key=form.field("quote"),
            height=80,
            help="They have to stand in the article; line breaks and the shape of quotation marks do not matter.",
            placeholder="Select the words in the article and press “Use these words”, or type them",
        )
        st.text_area(
            "Claim, so that it stands alone",
            key=form.field("text"),
            height=80,
            placeholder="Empty: the exact words" if add else "",
        )
        _said_by(form)
        with st.container(horizontal=True):
            label = "Add claim" if add else "Save changes"
            st.form_submit_button(label, type="primary", key=form.field("save"), on_click=_save, args=(form,))
            st.form_submit_button("Cancel", key=form.field("cancel"), shortcut="Esc", on_click=form.close)
            st.caption("Enter keeps it")
    begin = "text" if not add else "claimant" if form.typed("quote") else "quote"
    half_typed.watch(form.field(""), FIELDS, lambda typed: form.keep({**typed, "near": form.typed("near")}), begin)


def _known_claimants(form: Form) -> None:
    """Claimants of this article, to choose instead of typing."""
    names = list(dict.fromkeys(claim.claim_author_name for claim in form.draft.claims if claim.claim_author_name))
    if form.at is None and names:
        st.pills(
            "Said by",
            names[:12],
            key=form.field("known"),
            on_change=lambda: _choose(form, st.session_state.get(form.field("known"))),
        )


def _choose(form: Form, name: str | None) -> None:
    claim = next((claim for claim in form.draft.claims if claim.claim_author_name == name), None)
    if claim:
        form.fill(claimant=claim.claim_author_name, type=TYPES[claim.claim_author_type])


def _said_by(form: Form) -> None:
    left, right = st.columns(2)
    left.text_input("Claimant", key=form.field("claimant"), placeholder="Who said it")
    right.selectbox("Claimant is a", list(TYPES.values()), key=form.field("type"))
    left, right = st.columns(2)
    left.text_input("Said how", key=form.field("cue"), placeholder="said, denied, wrote …")
    right.selectbox("Told as", list(MODALITIES.values()), key=form.field("modality"))
    left, right = st.columns(2)
    left.text_input("Date said", key=form.field("date"), placeholder="2024-05-31, 2024-05 or 2024")
    right.text_input(
        "Through whom",
        key=form.field("chain"),
        placeholder="TASS > the ministry",
        help="From the publication inwards, joined by >. Empty when the article quotes the claimant itself.",
    )


def fault(form: Form) -> None:
    """What was wrong with the last try, beside the fields."""
    key, message = st.session_state.pop("form_fault", ("", ""))
    if key == form.key:
        st.error(literal(message))


def _save(form: Form) -> None:
    done = "Claim added" if form.at is None else f"Changed claim {form.at + 1}"
    form.write(lambda: [_edited(form)], done)


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
        claim_author_type=_chosen(TYPES, form.typed("type"), ClaimantType.UNKNOWN),
        cue=form.typed("cue"),
        attribution_chain=read_chain(form.typed("chain")),
        claim_date=said,
        claim_date_precision=precision,
        modality=_chosen(MODALITIES, form.typed("modality"), Modality.ASSERTED),
    )


def _chosen(labels: Mapping[Any, str], label: str, otherwise: Any) -> Any:
    return next((value for value, words in labels.items() if words == label), otherwise)
