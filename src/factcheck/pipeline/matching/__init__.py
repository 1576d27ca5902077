"""A text → the judged claims that it repeats, best first: by its words and by its meaning, weighed together."""

from factcheck.pipeline.matching.index import Found, MatchIndex
from factcheck.pipeline.matching.posts import Post, post_vectors, read_post

__all__ = ["Found", "MatchIndex", "Post", "post_vectors", "read_post"]
