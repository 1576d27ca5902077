"""Claims as HTML: every text escaped, only http(s) addresses linked, nothing told by colour alone."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

import streamlit as st

from factcheck.model import Claim, DatePrecision, Modality, Span
from factcheck.text.normalise import comparable, one_line

STYLE = """
<style>
.fc-card {border: 1px solid rgba(128,128,128,.35); border-left: 4px solid rgba(128,128,128,.55); border-radius: 6px;
  padding: .7rem .9rem; margin-bottom: .7rem; overflow-wrap: anywhere;}
.fc-card.fc-quiet {opacity: .75; border-left-style: dotted;}
.fc-who {font-weight: 650; font-size: 1.02rem;}
.fc-say {font-size: 1.08rem; line-height: 1.45; margin: .35rem 0;}
.fc-quote {border-left: 2px solid rgba(128,128,128,.5); padding-left: .6rem; margin: .35rem 0; font-style: italic;}
.fc-meta {font-size: .88rem; opacity: .8;}
.fc-note {font-size: .88rem; margin-top: .3rem;}
.fc-tag {border: 1px solid currentColor; border-radius: 999px; padding: 0 .5rem; font-size: .78rem;}
mark.fc-clash {background: rgba(255,196,0,.32); color: inherit; font-weight: 650; padding: 0 .1rem;
  text-decoration: underline; text-decoration-thickness: 2px; text-underline-offset: 3px;}
</style>
"""


def show_claim(
    claim: Claim, clash: Sequence[Span] = (), notes: Sequence[str] = (), tag: str = "", quiet: bool = False
) -> None:
    """Draw one claim: who, what with the clashing words marked, exact words, when and where."""
    st.html(STYLE + claim_card(claim, clash, notes, tag, quiet))


def claim_card(
    claim: Claim, clash: Sequence[Span] = (), notes: Sequence[str] = (), tag: str = "", quiet: bool = False
) -> str:
    """One claim as HTML; `notes` are plain text."""
    lines = [
        f'<div class="fc-who">{escape(claim.claimant or "Unknown claimant")} {_tag(tag)}</div>',
        f'<div class="fc-say">{marked(claim.claim_text, clash)}</div>',
        _exact_words(claim),
        f'<div class="fc-meta">{_where(claim)}</div>',
        *(f'<div class="fc-note">{escape(note)}</div>' for note in notes),
    ]
    return f'<div class="fc-card{" fc-quiet" if quiet else ""}">{"".join(lines)}</div>'


def marked(text: str, spans: Sequence[Span]) -> str:
    """`text` escaped, with the spans underlined and emphasised; spans may touch or overlap."""
    parts, at = [], 0
    for start, end in sorted(spans):
        start, end = max(start, at), min(end, len(text))
        if start >= end:
            continue
        parts += [escape(text[at:start]), f'<mark class="fc-clash">{escape(text[start:end])}</mark>']
        at = end
    return "".join([*parts, escape(text[at:])])


def when(claim: Claim) -> str:
    """The day it was said, as far as it is known."""
    if not claim.claim_date or claim.claim_date_precision is DatePrecision.UNKNOWN:
        return "date unknown"
    stated = "" if claim.claim_date_precision is DatePrecision.DAY else f" ({claim.claim_date_precision})"
    return f"{claim.claim_date}{stated}"


def link(url: str, words: str) -> str:
    """An HTML link for an http(s) address, the bare words for anything else."""
    if not url.startswith(("http://", "https://")):
        return escape(words)
    return f'<a href="{escape(url, quote=True)}" target="_blank" rel="noopener noreferrer">{escape(words)}</a>'


def _exact_words(claim: Claim) -> str:
    if not claim.quote or comparable(claim.quote) == comparable(claim.claim_text):
        return ""
    return f'<div class="fc-quote">“{escape(one_line(claim.quote))}”</div>'


def _where(claim: Claim) -> str:
    said = f"{escape(claim.cue)}, " if claim.cue else ""
    parts = [f"{said}{escape(when(claim))}"]
    if claim.claimant != claim.claim_author_name:
        parts.append(f"printed as “{escape(claim.claim_author_name)}”")
    if claim.source_name or claim.source_url:
        parts.append(link(claim.source_url, claim.source_name or claim.source_url))
    if claim.attribution_chain:
        parts.append(f"via {escape(' › '.join(claim.attribution_chain))}")
    if claim.source_archive_url:
        parts.append(link(claim.source_archive_url, "archived copy"))
    if claim.modality is not Modality.ASSERTED:
        parts.append(_tag(claim.modality))
    if claim.past_ruling:
        by = f" by {claim.past_ruling.reviewer}" if claim.past_ruling.reviewer else ""
        parts.append(_tag(f"ruled “{claim.past_ruling.textual_rating}”{by} elsewhere"))
    return " · ".join(parts)


def _tag(words: str) -> str:
    return f'<span class="fc-tag">{escape(words)}</span>' if words else ""
