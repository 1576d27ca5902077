"""Claims → topics: grouping (`group`), the nearest topic of a claim that has none (`hint`), names (`describe`)."""

from factcheck.pipeline.topics.grouping import components, cut_for, group
from factcheck.pipeline.topics.naming import describe
from factcheck.pipeline.topics.placing import hint

__all__ = ["components", "cut_for", "describe", "group", "hint"]
