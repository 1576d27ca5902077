"""Claims and the articles they come from → which are the same claim, and which go back to one origin, with why.

*Same claim*: near-copies, whoever says them; a judgement of one holds for the others. *Independent origin*: who a
claim goes back to: one statement, or one dispatch, however many outlets carry it.
"""

from factcheck.pipeline.origins.find import find_origins

__all__ = ["find_origins"]
