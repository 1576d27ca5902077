"""One claim with its verdicts → what a complete fact-check would still need."""

from __future__ import annotations

from urllib.parse import urlsplit

from factcheck.model import Verdict
from factcheck.pipeline.export.records import ClaimRecord
from factcheck.pipeline.export.standing import current_verdict

SHORTEST_EXPLANATION = 12
"""Characters; less than this explains nothing in any language."""


def completeness(record: ClaimRecord) -> tuple[str, ...]:
    """The gaps of `record`, in this order, after the IFCN code's call for open sources and methods.

    evidence: the standing verdict links to none. archive: the claim's page or a piece of evidence
    has no archived copy. both_sides: no opposing claim is lined up and the evidence comes from fewer
    than two sites. as_of: no date up to which evidence was considered. explanation: none to speak of.
    """
    verdict = current_verdict(record.verdicts)
    wanted = {
        "evidence": not (verdict and verdict.evidence),
        "archive": _lacks_archive(record, verdict),
        "both_sides": not record.conflicts and len(_sites(verdict)) < 2,
        "as_of": not (verdict and verdict.as_of),
        "explanation": not verdict or len(verdict.explanation.strip()) < SHORTEST_EXPLANATION,
    }
    return tuple(gap for gap, is_open in wanted.items() if is_open)


def _lacks_archive(record: ClaimRecord, verdict: Verdict | None) -> bool:
    evidence = verdict.evidence if verdict else ()
    pages = [(record.claim.source_url, record.claim.source_archive_url)]
    pages += [(item.url, item.archive_url) for item in evidence]
    return any(url and not archive for url, archive in pages)


def _sites(verdict: Verdict | None) -> set[str]:
    hosts = (_host(item.url) for item in verdict.evidence) if verdict else ()
    return {host.removeprefix("www.") for host in hosts if host}


def _host(url: str) -> str:
    try:
        return urlsplit(url.strip()).hostname or ""
    except ValueError:
        return ""
