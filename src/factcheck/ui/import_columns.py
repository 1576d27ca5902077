"""Step 3: which column fills which field, seen on the first rows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from html import escape

import pandas as pd
import streamlit as st

from factcheck.model import Article, Claim
from factcheck.text.dates import is_ambiguous
from factcheck.text.normalise import sha256_of, shorten
from factcheck.ui.import_file import ChosenFile
from factcheck.ui.literal import literal
from factcheck.workbench.imports import MappedRow, Preview

KEEP = ""
FIELDS = {
    KEEP: "Keep as extra field",
    "claim_text": "Claim",
    "claim_author_name": "Claimant",
    "claim_author_type": "Type of claimant",
    "claim_date": "Date said",
    "source_name": "Outlet",
    "source_url": "Address",
    "source_published": "Date published",
    "article_title": "Headline",
    "article_text": "Text of an article",
    "attribution_chain": "Through whom",
    "claim_location": "Place",
    "language": "Language",
    "tags": "Tags",
    "source_archive_url": "Archived copy",
    "textual_rating": "Past rating",
    "reviewer": "Past reviewer",
    "rating_explanation": "Reason for the past rating",
    "external_id": "Your own id",
}
SHOWN_COLUMNS = 60
DATE_FIELDS = ("claim_date", "source_published")
ORDERS = {True: "Day first", False: "Month first"}


def choose(file: ChosenFile, preview: Preview) -> dict[str, str] | None:
    """Column → field as the reviewer settles it; None while it cannot work, and the page says why."""
    st.subheader("3. What the columns mean")
    mapping = _choices(file, preview)
    twice = [FIELDS[name] for name, times in Counter(mapping.values()).items() if name != KEEP and times > 1]
    if twice:
        st.error(f"Two columns are both “{twice[0]}”. Keep one of them as an extra field.")
        return None
    if not {"claim_text", "article_text"} & set(mapping.values()):
        st.warning("Say which column holds the claims (or whole articles, from which claims are then taken).")
        return None
    return mapping


def _choices(file: ChosenFile, preview: Preview) -> dict[str, str]:
    table, mapping = preview.table, {}
    # Other columns need other widgets; the same columns keep what was chosen.
    form = sha256_of("\n".join(table.columns))[:8]
    with st.container(border=True):
        for at, column in enumerate(table.columns[:SHOWN_COLUMNS]):
            left, middle, right = st.columns([3, 5, 3], vertical_alignment="center")
            left.markdown(f"**{literal(column, 40)}**")
            middle.html(f"<small>{_first_values(preview, at) or '<em>empty in the first rows</em>'}</small>")
            options = list(FIELDS)
            mapping[column] = right.selectbox(
                f"Field for {column}",
                options,
                index=options.index(preview.mapping.get(column, KEEP)),
                format_func=FIELDS.__getitem__,
                key=file.field(f"map_{form}_{at}"),
                label_visibility="collapsed",
            )
        rest = len(table.columns) - SHOWN_COLUMNS
        if rest > 0:
            st.caption(f"{rest} more columns are kept as extra fields, or mapped where their names are known.")
    return mapping


def _first_values(preview: Preview, at: int) -> str:
    cells = [row.cells[at].strip() for row in preview.table.rows[:50] if row.error is None]
    seen = list(dict.fromkeys(shorten(cell, 45) for cell in cells if cell))[:3]
    return " · ".join(escape(cell) for cell in seen)


def ask_date_order(file: ChosenFile, preview: Preview, mapping: Mapping[str, str]) -> bool | None:
    """Whether the day comes first in dates that read both ways; None until it is said."""
    example = _ambiguous_date(preview, mapping)
    return st.radio(
        f"Dates such as {example} read two ways. Which comes first?",
        list(ORDERS),
        index=None,
        format_func=ORDERS.__getitem__,
        horizontal=True,
        key=file.field("day_first"),
    )


def _ambiguous_date(preview: Preview, mapping: Mapping[str, str]) -> str:
    places = [at for at, column in enumerate(preview.table.columns) if mapping.get(column) in DATE_FIELDS]
    cells = (row.cells[at] for row in preview.table.rows if row.error is None for at in places)
    return next((literal(cell) for cell in cells if is_ambiguous(cell)), "03/04/2024")


def show_sample(file: ChosenFile, preview: Preview) -> None:
    """One of the first rows at a time: each cell as it stands in the file, next to what it becomes."""
    rows = {row.row: row for row in preview.sample}
    if not rows:
        return
    number = st.segmented_control("Look at row", list(rows), default=min(rows), key=file.field("row"), required=True)
    row = rows.get(number or min(rows), preview.sample[0])
    if row.error:
        st.warning(literal(f"Row {row.row} would be rejected. {row.error.message} {row.error.hint}"))
    st.dataframe(_side_by_side(preview, row), hide_index=True, key=file.field("sample"))


def _side_by_side(preview: Preview, row: MappedRow) -> pd.DataFrame:
    read = _as_read(row)
    lines = []
    for column, cell in zip(preview.table.columns, row.raw, strict=False):
        name = preview.mapping.get(column, KEEP)
        label = FIELDS[name] if name else "Extra field"
        lines.append((column, cell, label, read.get(name or column, "")))
    return pd.DataFrame(lines, columns=["Column", "In the file", "Field", "As it is read"])


def _as_read(row: MappedRow) -> dict[str, str]:
    """Field, or column kept as an extra → value."""
    if row.claim:
        return {**row.claim.extra, **_of_claim(row.claim)}
    return {**row.extra, **_of_article(row.article)} if row.article else {}


def _of_claim(claim: Claim) -> dict[str, str]:
    ruling = claim.past_ruling
    return {name: str(getattr(claim, name, "")) for name in FIELDS if name != KEEP} | {
        "attribution_chain": " > ".join(claim.attribution_chain),
        "tags": ", ".join(claim.tags),
        "textual_rating": ruling.textual_rating if ruling else "",
        "reviewer": ruling.reviewer if ruling else "",
        "rating_explanation": ruling.rating_explanation if ruling else "",
    }


def _of_article(article: Article) -> dict[str, str]:
    return {
        "article_text": shorten(article.text, 200),
        "article_title": article.title,
        "claim_author_name": article.author,
        "source_name": article.source_name,
        "source_url": article.source_url,
        "source_published": article.published,
        "claim_date": article.published,
        "language": article.language,
        "source_archive_url": article.archive_url,
    }
