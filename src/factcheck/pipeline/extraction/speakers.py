"""A noun or pronoun of the article in → the actor it stands for, under the fullest name, out."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from factcheck.model import ClaimantType
from factcheck.pipeline.extraction import cues
from factcheck.pipeline.extraction.actors import Actor, Cast
from factcheck.pipeline.extraction.lexicon import lexicon
from factcheck.pipeline.extraction.mentions import Mention, Mentions
from factcheck.pipeline.extraction.names import described, is_capital, is_name, name_span
from factcheck.pipeline.extraction.roles import BODIES, ROLES, TITLES
from factcheck.pipeline.extraction.syntax import child, is_document, is_mark, is_noun, is_plural
from factcheck.pipeline.extraction.unnamed import describe

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from factcheck.pipeline.extraction.passages import Passage

_GENERIC_BODIES = {
    "group": "legion corps brigade battalion movement front group alliance network militia coalition league",
    "organisation": "union watch international cross federation association society trust league foundation legion",
    "movement": "movement front party alliance league union",
    "force": "legion corps brigade battalion army navy guard guards militia regiment",
    "agency": "agency administration service bureau authority directorate",
    "company": "company ltd inc plc corp airlines railways energy motors bank shipping lines industries holding",
    "body": "commission council committee board authority agency association federation",
    "charity": "trust foundation society cross watch international",
}
"""What a body may have in its name to be meant by "the group", "the company"."""
_BRITISH = {"organization": "organisation", "firm": "company"}
_COLOURLESS = lexicon("regional local former embattled veteran same rebel armed separatist militant new")
_HUMAN = frozenset(["he", "she", "him", "her", "his"])


class Speakers:
    """Who is who in one article: built from its passages, then asked passage by passage."""

    def __init__(self, passages: list[tuple[Doc, Passage]]) -> None:
        self._cast = Cast(doc for doc, _ in passages)
        self._mentions = Mentions()
        for doc, passage in passages:
            for token in doc:
                self._read(token, passage.place(token.idx))

    def identify(self, head: Token, place: int) -> Actor | None:
        """The actor that the phrase around `head` stands for at article offset `place`.

        None for a pronoun that nothing before it answers to.
        """
        if head.tag_ in ("PRP", "PRP$", "WP"):
            return self.behind_pronoun(head.lower_, place)
        named = self._cast.of(head) if is_name(head) or (head.is_sent_start and is_capital(head)) else None
        if named is not None:
            return self._jointly(head) or named
        apposed = next((token for token in head.subtree if _is_apposed(token, head)), None)
        inner = apposed or _known_as(head) or _person_at_the_end(head)
        if inner is not None:
            return self._cast.of(inner)
        if is_document(head):
            issuer = self._mentions.last(place, lambda m: m.is_subject and m.actor.type is not ClaimantType.UNKNOWN)
            return issuer or self._unnamed(head, place)
        return self._known(head, place) or self._unnamed(head, place)

    def _jointly(self, head: Token) -> Actor | None:
        """ "Ann Lee and Bo Ray" as one actor."""
        other = next((kid for kid in head.children if kid.dep_ == "conj" and is_name(kid)), None)
        first, second = self._cast.of(head), self._cast.of(other) if other is not None else None
        if first is None or second is None or first is second:
            return None
        return Actor(
            f"{first.name} and {second.name}", ClaimantType.GROUP, plural=True, words=first.words | second.words
        )

    def behind_pronoun(self, pronoun: str, place: int, but: Actor | None = None) -> Actor | None:
        """The actor a pronoun means: the nearest subject before it that agrees, else the nearest name; never `but`."""
        agrees = _agreement(pronoun)
        if agrees is None:
            return None

        def fits(actor: Actor) -> bool:
            return actor is not but and agrees(actor)

        return (
            self._mentions.last(place, lambda m: m.leads and fits(m.actor))
            or self._mentions.last(place, lambda m: m.is_subject and fits(m.actor))
            or (self._mentions.last(place, lambda m: fits(m.actor)) if pronoun in _HUMAN else None)
        )

    def behind_noun(self, head: Token, place: int) -> Actor | None:
        """The named body that "the legion" or "the board" is short for; None when unsure."""
        if not _is_definite(head) or is_name(head) or is_plural(head):
            return None
        return self._body(head, place, generic=False)

    def named(self, name: str) -> Actor | None:
        """The actor whom the article calls by `name`, in whole or in short."""
        return self._cast.called(name)

    def first_place(self, actor: Actor) -> int:
        """Where the article first names `actor`; -1 when it does not."""
        return self._mentions.first_place(actor)

    def _read(self, token: Token, place: int) -> None:
        anchor = token.head if token.dep_ == "appos" else token
        follows_cue = _follows_cue(anchor)
        is_subject = anchor.dep_ in ("nsubj", "nsubjpass") or _is_by_agent(anchor) or follows_cue
        if is_name(token):
            actor = self._cast.of(token)
        elif is_subject and is_noun(token) and token.dep_ != "appos" and _can_speak(token):
            actor = self.identify(token, place)
        else:
            return
        if actor is not None:
            self._mentions.add(Mention(place, actor, is_subject, follows_cue or (is_subject and _leads(anchor.head))))

    def _known(self, head: Token, place: int) -> Actor | None:
        """An actor already met that "the governor", "the legion" or "the rebels" means."""
        if not _is_definite(head):
            return None
        if is_plural(head):
            return self._group(head, place)
        role, wanted = head.lemma_.lower(), _modifiers(head) - _COLOURLESS
        return (
            self._mentions.last(place, lambda mention: mention.holds(role, wanted))
            or self._body(head, place, generic=True)
            or self._mentions.any_holder(role, wanted)
        )

    def _body(self, head: Token, place: int, *, generic: bool) -> Actor | None:
        noun, wanted = head.lemma_.lower(), _modifiers(head) - _COLOURLESS
        forms = {noun, head.lower_}

        def named(mention: Mention) -> bool:
            actor = mention.actor
            return actor.named and bool(forms & actor.words) and wanted <= actor.words and len(actor.words) > 1

        found = self._mentions.last(place, named)
        if found is None and generic and not wanted:
            kinds = lexicon(_GENERIC_BODIES.get(_BRITISH.get(noun, noun), ""))
            return self._mentions.last(place, lambda m: m.is_subject and m.actor.named and bool(m.actor.words & kinds))
        return found

    def _group(self, head: Token, place: int) -> Actor | None:
        noun, wanted = head.lemma_.lower(), _modifiers(head) - _COLOURLESS

        def matches(mention: Mention) -> bool:
            words = mention.actor.words
            longer = len(words) > len(wanted) + 1
            return mention.actor.plural and not mention.actor.named and noun in words and wanted <= words and longer

        return self._mentions.last(place, matches)

    def _unnamed(self, head: Token, place: int) -> Actor | None:
        whose = next((kid for kid in head.children if kid.tag_ == "PRP$"), None)
        return describe(head, self.behind_pronoun(whose.lower_, place) if whose is not None else None)


def _agreement(pronoun: str) -> Callable[[Actor], bool] | None:
    if pronoun in ("he", "him", "his"):
        return lambda actor: actor.type is ClaimantType.PERSON and not actor.plural and actor.gender != "f"
    if pronoun in ("she", "her"):
        return lambda actor: actor.type is ClaimantType.PERSON and not actor.plural and actor.gender != "m"
    if pronoun in ("it", "its"):
        bodies = (ClaimantType.ORGANISATION, ClaimantType.UNKNOWN)
        return lambda actor: actor.type in bodies and not actor.plural
    if pronoun in ("they", "them", "their"):
        return lambda actor: actor.plural or actor.type is ClaimantType.GROUP
    return None


def _modifiers(head: Token) -> frozenset[str]:
    kids = [kid for kid in head.children if kid.dep_ in ("compound", "amod", "nmod") and kid.i < head.i]
    return frozenset(kid.lemma_.lower() for kid in kids)


def _is_definite(head: Token) -> bool:
    article = child(head, "det")
    return article is not None and article.lower_ in ("the", "this", "that", "these", "those")


def _follows_cue(head: Token) -> bool:
    """Whether `head` stands where the speaker does in "“…,” said the mayor", whatever the parser thinks."""
    at = head.left_edge.i
    if at < 2:
        return False
    verb, before = head.doc[at - 1], head.doc[at - 2]
    return verb.tag_ in ("VBD", "VBZ") and verb.lemma_ in cues.VERBS and (before.is_punct or is_mark(before))


def _leads(verb: Token) -> bool:
    """Whether `verb` carries a main clause and not a reported or a dependent one."""
    return all(token.dep_ in ("ROOT", "conj", "parataxis", "agent") for token in (verb, *verb.ancestors))


def _is_apposed(name: Token, head: Token) -> bool:
    return name.dep_ == "appos" and is_name(name) and described(name) == head


def _known_as(head: Token) -> Token | None:
    """X of "the group, known as X,"."""
    known = next(
        (kid for kid in head.children if kid.dep_ == "acl" and kid.lower_ in ("known", "called", "named")), None
    )
    inner = [token for token in known.subtree if is_name(token)] if known is not None else []
    return inner[0] if inner and inner[0].dep_ in ("pobj", "oprd", "attr") else None


def _is_by_agent(token: Token) -> bool:
    return token.dep_ == "pobj" and token.head.dep_ == "agent"


def _can_speak(head: Token) -> bool:
    lemma = head.lemma_.lower()
    speaks = head.dep_ == "nsubj" and head.head.lemma_ in cues.VERBS and not is_document(head)
    return speaks or is_plural(head) or lemma in ROLES or lemma in BODIES or lemma.endswith(("man", "woman"))


def _person_at_the_end(head: Token) -> Token | None:
    """X of "the governor of the northern region X", where the parser hangs the name on the region.

    Not of "an adviser to President X", where it is somebody else's.
    """
    last = head.doc[head.right_edge.i]
    if head.lemma_.lower() not in ROLES or not is_name(last) or last.dep_ == "conj":
        return None
    before = head.doc[name_span(last)[0] - 1]
    belongs_elsewhere = before.lower_ in TITLES | ROLES or before.pos_ in ("ADP", "DET", "CCONJ") or before.i <= head.i
    return last if last.dep_ == "appos" or not (belongs_elsewhere or before.is_punct) else None
