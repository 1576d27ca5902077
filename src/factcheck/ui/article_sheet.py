"""One stored article: its text with the claims marked, and each claim on the way to its verdict."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from factcheck.model import Article, Claim
from factcheck.text.language import language_name
from factcheck.ui import cards, navigation
from factcheck.ui.article_marks import ANCHOR, PANE, Mark, article_html, claimants, legend, tooltip
from factcheck.ui.literal import counted, literal
from factcheck.workbench import Workbench


def show(bench: Workbench, article: Article) -> None:
    claims = bench.articles.claims_of(article.id)
    _moves(bench)
    st.header(literal(article.name, 120), anchor=False)
    _about(article, len(claims))
    left, right = st.columns([6, 5], gap="medium")
    with left, st.container(height=PANE):
        marked = [claim for claim in claims if claim.start is not None]
        st.html(legend([claim.claim_author_name for claim in marked]) + article_html(article.text, _marks(claims)))
    with right, st.container(height=PANE):
        if not claims:
            st.info("This article was saved without claims, or its import was undone.")
        for number, claim in enumerate(claims, start=1):
            card = cards.claim_card(claim, tag=str(number))
            st.html(f'{cards.STYLE}<div id="{ANCHOR}{number}">{card}</div>')
            navigation.link(navigation.REVIEW, "Give a verdict", ":material/gavel:", claim=str(claim.id))


def _moves(bench: Workbench) -> None:
    """Back to the list, or on to the next draft of a queue."""
    waiting = bench.articles.drafts()
    with st.container(horizontal=True):
        navigation.link(navigation.ARTICLES, "All articles", ":material/arrow_back:")
        if waiting:
            label = f"Next draft ({len(waiting)} waiting)"
            navigation.link(navigation.ARTICLES, label, ":material/edit_note:", draft=str(waiting[0].id))


def _about(article: Article, claims: int) -> None:
    words = " · ".join(
        filter(
            None,
            [
                article.source_name,
                article.author,
                article.published[:10],
                language_name(article.language),
                counted(claims, "claim"),
            ],
        )
    )
    links = [
        cards.link(url, label)
        for url, label in ((article.source_url, "original"), (article.archive_url, "archived copy"))
        if url
    ]
    st.html(f"<small>{' · '.join([cards.link('', words), *links])}</small>")


def _marks(claims: Sequence[Claim]) -> list[Mark]:
    who = claimants([claim.claim_author_name for claim in claims])
    return [
        Mark(number, claim.start, claim.end, tooltip(claim.claim_author_name, claim.claim_text), who[number - 1])
        for number, claim in enumerate(claims, start=1)
        if claim.start is not None and claim.end is not None
    ]
