"""Drafts that wait for a reviewer, and the articles in the project."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from factcheck.model import Article, Draft
from factcheck.ui import article_intake, article_queue, navigation
from factcheck.ui.literal import counted, literal
from factcheck.workbench import Workbench

PER_PAGE = 20


def show(bench: Workbench) -> None:
    st.title("Articles")
    st.write("Bring in what was published; the workbench finds who said what. You correct it, then save.")
    article_intake.show(bench)
    article_queue.show(bench)
    _drafts(bench)
    _stored(bench)


def _drafts(bench: Workbench) -> None:
    waiting = bench.articles.drafts()
    if not waiting:
        return
    st.subheader(f"Drafts waiting ({len(waiting)})")
    st.caption("Not in the project yet: look through the claims and save.")
    for draft in waiting:
        _draft(draft)


def _draft(draft: Draft) -> None:
    words = " · ".join(
        [
            literal(draft.article.source_name) or "outlet unknown",
            literal(draft.article.published[:10]) or "date unknown",
            counted(len(draft.claims), "claim"),
            f"begun by {literal(draft.created_by)}",
        ]
    )
    with st.container(border=True, horizontal=True, vertical_alignment="center"):
        navigation.link(
            navigation.ARTICLES, literal(draft.article.name, 90), ":material/edit_note:", draft=str(draft.id)
        )
        st.caption(words)


def _stored(bench: Workbench) -> None:
    every = bench.articles.headings()
    st.subheader(f"In the project ({len(every)})")
    if not every:
        st.info("No article yet. Choose a file, an address or pasted text above, and press “Find claims”.")
        return
    shown = _narrowed(every) if len(every) > PER_PAGE else every
    pages = -(-len(shown) // PER_PAGE)
    page = st.pagination(pages, key=f"articles_{len(shown)}") if pages > 1 else 1
    drawn = shown[(page - 1) * PER_PAGE : page * PER_PAGE]
    counts = bench.articles.claim_counts([article.id for article in drawn])
    for article in drawn:
        _article(article, counts.get(article.id, 0))


def _narrowed(every: Sequence[Article]) -> Sequence[Article]:
    words = st.text_input("Search by title or outlet", key="article_search").casefold().split()
    found = [
        article
        for article in every
        if all(word in f"{article.name} {article.source_name}".casefold() for word in words)
    ]
    if not found:
        st.info("No title or outlet holds these words.")
    return found


def _article(article: Article, claims: int) -> None:
    words = " · ".join(
        [
            literal(article.source_name) or "outlet unknown",
            literal(article.published[:10]) or "date unknown",
            counted(claims, "claim"),
        ]
    )
    with st.container(horizontal=True, vertical_alignment="center"):
        navigation.link(navigation.ARTICLES, literal(article.name, 90), ":material/article:", article=str(article.id))
        st.caption(words)
