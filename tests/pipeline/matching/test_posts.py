from __future__ import annotations

import numpy as np
import pytest

from factcheck.pipeline.matching import post_vectors, read_post


def test_a_claim_stays_as_it_is() -> None:
    post = read_post("The ferry to Orle sank in May.")
    assert post == ("The ferry to Orle sank in May.", "")
    assert post.forms == ("The ferry to Orle sank in May.",)


def test_links_go_tags_become_words_and_the_signature_names_the_author() -> None:
    post = read_post(
        "They closed it! #SaveOrleFerry https://t.co/xYz1 pic.twitter.com/AbC — Ada Fox (@adafox) May 3, 2021"
    )
    assert post == ("They closed it! Save Orle Ferry", "Ada Fox")
    assert post.forms == ("They closed it! Save Orle Ferry", "Ada Fox: They closed it! Save Orle Ferry")


@pytest.mark.parametrize("text", ["https://example.org/a", "#", "…", "ТАСС: паром утонул"])
def test_something_is_left_of_any_text_that_has_something(text: str) -> None:
    assert read_post(text).body


@pytest.mark.parametrize("text", ["", "  \n "])
def test_a_blank_text_is_a_blank_post(text: str) -> None:
    assert read_post(text).body == ""


def test_a_post_has_the_mean_vector_of_its_forms() -> None:
    post = read_post("It sank. — Ada Fox (@adafox) May 3, 2021")
    one, other = np.array([1, 0], np.float32), np.array([0, 1], np.float32)
    mean = post_vectors([post], {post.forms[0]: one, post.forms[1]: other})
    np.testing.assert_allclose(mean, [[0.5**0.5, 0.5**0.5]], rtol=1e-6)
