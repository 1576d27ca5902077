"""Article text in → attributed claims out: who said what, when, in which words."""

from __future__ import annotations

from factcheck.pipeline.extraction.extract import extract
from factcheck.pipeline.extraction.parser import (
    PARSER_NAME,
    PARSER_SHA256,
    PARSER_VERSION,
    Parser,
    ParserFacts,
    load_parser,
    parser_facts,
)

__all__ = [
    "PARSER_NAME",
    "PARSER_SHA256",
    "PARSER_VERSION",
    "Parser",
    "ParserFacts",
    "extract",
    "load_parser",
    "parser_facts",
]
