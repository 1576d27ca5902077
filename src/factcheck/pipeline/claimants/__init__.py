"""Claimants' names of many articles → proposals of which are one claimant. A person decides on every one."""

from factcheck.pipeline.claimants.propose import Named, Proposal, propose

__all__ = ["Named", "Proposal", "propose"]
