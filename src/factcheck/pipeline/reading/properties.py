"""The title and author that an office program wrote into a file in → those that a person meant."""

from __future__ import annotations

import re

from factcheck.text.normalise import one_line

_NO_TITLE = re.compile(
    r"(untitled|document|dokument|документ|presentation|powerpoint presentation|scan|microsoft word)?[\s\d_-]*"
    r"|.*\.(docx?|odt|rtf|indd|qxp|pdf|txt|html?|tmp|tif+|jpe?g)|https?://.*|about:blank",
    re.IGNORECASE,
)
_PROGRAM = re.compile(r"^microsoft (office )?word\s*-\s*", re.IGNORECASE)
_NO_AUTHOR = re.compile(
    r"python-docx|(microsoft office |windows |office )?(user|пользователь)|admin(istrator)?|unknown|anonymous"
    r"|author|owner|root|pc|hp|dell|lenovo|\W*",
    re.IGNORECASE,
)


def sensible_title(title: str) -> str:
    """`title` on one line, "" for a file name or what programs write by themselves."""
    title = _PROGRAM.sub("", one_line(title))
    return "" if _NO_TITLE.fullmatch(title) else title


def sensible_author(author: str) -> str:
    """`author` on one line, "" for the accounts and programs that are nobody."""
    author = one_line(author)
    return "" if _NO_AUTHOR.fullmatch(author) else author
