"""In which language an article is read, by what, and the words that say so."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from factcheck.config import Settings
from factcheck.model import Article, AttributedClaim
from factcheck.text.language import ENGLISH, article_language, language_name, primary


class Means(StrEnum):
    """What finds the claims of an article."""

    ENGLISH = "the models for English"
    NAMED = "the model named in the settings"
    QUOTATIONS = "quotation marks"
    NOTHING = "nothing"


@dataclass(frozen=True)
class Reading:
    """How an article is read. `language` is "" when it could not be told; `model` is the setting."""

    language: str
    means: Means
    model: str = ""

    @property
    def is_english(self) -> bool:
        return self.means is Means.ENGLISH

    @property
    def language_name(self) -> str:
        return language_name(self.language) if self.language else "an unknown language"

    def told(self) -> str:
        """For the reader: the language, what was not used, and what its claims are."""
        if self.is_english:
            return "Read as English."
        which = f"This text is in {self.language_name}." if self.language else "The language of this text is not clear."
        if self.means is Means.NAMED:
            return (
                f"{which} The English models were not used; its claims were found by the model {self.model!r}, and "
                "quotations that it did not mark stand without speakers."
            )
        if self.means is Means.QUOTATIONS:
            return f"{which} The English models were not used; its claims are its quotations, without speakers."
        return f"{which} The English models were not used, and no claims were taken."


def reading_of(article: Article, settings: Settings, quotations: bool = True) -> Reading:
    """How an article will be read; `quotations`: whether they are taken where no model reads its language."""
    from factcheck.pipeline.attribution.seam import BUILTIN

    language = primary(article.language) or article_language(article.text)
    if language == ENGLISH:
        return Reading(language, Means.ENGLISH)
    if not quotations:
        return Reading(language, Means.NOTHING)
    model = settings.attribution_model
    return Reading(language, Means.QUOTATIONS) if model == BUILTIN else Reading(language, Means.NAMED, model)


def find(article: Article, reading: Reading) -> list[AttributedClaim]:
    """The claims of an article by the means of its reading. Raises ModelUnavailable."""
    from factcheck.pipeline.extraction import claims_of_tagged, quotations_only

    if reading.means is Means.ENGLISH:
        return find_english(article.text, article.published)
    if reading.means is Means.NAMED:
        from factcheck.pipeline.attribution import load_token_classifier

        tagged = load_token_classifier(reading.model).tag(article.text)
        return claims_of_tagged(article.text, tagged, reading.language)
    return quotations_only(article.text, reading.language) if reading.means is Means.QUOTATIONS else []


def find_english(text: str, published: str) -> list[AttributedClaim]:
    """The claims of a text in English, by the rules and the shipped tagger. Raises ModelUnavailable."""
    from factcheck.pipeline.attribution.trained import load_tagger
    from factcheck.pipeline.extraction import extract

    return extract(text, published, language=ENGLISH, tagged=load_tagger().tag(text))
