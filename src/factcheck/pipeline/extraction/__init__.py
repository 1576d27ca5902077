"""Article text in → attributed claims out: who said what, when, in which words."""

from __future__ import annotations

from factcheck.pipeline.extraction.extract import extract
from factcheck.pipeline.extraction.own_voice import own_statements
from factcheck.pipeline.extraction.parser import (
    PARSER_NAME,
    PARSER_SHA256,
    PARSER_VERSION,
    Parser,
    ParserFacts,
    load_parser,
    parser_facts,
)
from factcheck.pipeline.extraction.quotations_only import quotations_only
from factcheck.pipeline.extraction.tagged import claims_of_tagged

__all__ = [
    "PARSER_NAME",
    "PARSER_SHA256",
    "PARSER_VERSION",
    "Parser",
    "ParserFacts",
    "claims_of_tagged",
    "extract",
    "load_parser",
    "own_statements",
    "parser_facts",
    "quotations_only",
]
