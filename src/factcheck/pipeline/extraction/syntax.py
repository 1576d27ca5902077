"""A parsed word in → its grammatical neighbours out: subjects, phrases, number, tense."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.pipeline.extraction.cues import DOCUMENTS, RECORDS, REPORTS
from factcheck.pipeline.extraction.roles import ROLES as HUMAN_NOUNS

if TYPE_CHECKING:
    from spacy.tokens import Token

SUBJECTS = ("nsubj", "nsubjpass")
RELATIVE = frozenset({"who", "which", "that", "whom"})
QUOTE_MARKS = frozenset("“”„«»「」『』‘’\"'`") | {"``", "''"}
_BORROWING = ("conj", "advcl", "xcomp", "acl", "relcl", "pcomp", "dep", "ccomp")
_DEEPEST = 8


def child(token: Token, *deps: str) -> Token | None:
    """The first child of `token` in one of these relations."""
    return next((kid for kid in token.children if kid.dep_ in deps), None)


def is_verb(token: Token) -> bool:
    return token.tag_.startswith("VB") or token.tag_ == "MD"


def is_noun(token: Token) -> bool:
    return token.pos_ in ("NOUN", "PROPN") or token.tag_.startswith("NN")


def is_mark(token: Token) -> bool:
    """Whether `token` is a quotation mark and no apostrophe."""
    return token.text in QUOTE_MARKS and token.tag_ != "POS" and token.dep_ not in ("case", "aux")


def is_finite(verb: Token) -> bool:
    """Whether the clause of `verb` stands in a tense: it says that something is, was or will be so."""
    finite = ("VBD", "VBP", "VBZ", "MD")
    return verb.tag_ in finite or any(kid.tag_ in finite for kid in auxiliaries(verb))


def is_statement(verb: Token) -> bool:
    """A clause in a tense, with a subject, that is no question."""
    # "The ferry sank": in short clauses the parser can take the ferry for part of a compound.
    has_subject = child(verb, "nsubj", "nsubjpass", "csubj", "csubjpass", "expl", "compound") is not None
    return has_subject and is_finite(verb) and not _is_question(verb)


def _is_question(verb: Token) -> bool:
    first = next(iter(verb.subtree))
    if first.lower_ == "that":
        # Asks nothing, though the parser may take it for a pronoun: "told the paper that it floats".
        return False
    direct = first.head == verb or (first.head.head == verb and not is_verb(first.head))
    if verb.dep_ == "ccomp" and first.i < verb.head.i and first.tag_ == "WDT":
        # "a port which they said was …": relative, not asking.
        return False
    if first.lower_ in ("whether", "if") and first.dep_ == "mark" and first.head == verb:
        return first.lower_ == "whether" or verb.dep_ == "ccomp"
    return direct and first.tag_ in ("WP", "WRB", "WDT") and first.dep_ != "mark" and first.head.dep_ != "csubj"


def is_infinitive(verb: Token) -> bool:
    return any(kid.tag_ == "TO" for kid in verb.children) and subject_of(verb) is None


def auxiliaries(verb: Token) -> list[Token]:
    return [kid for kid in verb.children if kid.dep_ in ("aux", "auxpass")]


def is_negated(verb: Token) -> bool:
    return any(kid.dep_ == "neg" or kid.lower_ in ("never", "neither", "nor") for kid in verb.children)


def subject_of(verb: Token) -> Token | None:
    """The verb's own subject; for "who", "which" and "that", what they stand for."""
    own = child(verb, *SUBJECTS)
    if own is not None and own.lower_ in RELATIVE and own.tag_ in ("WP", "WDT", "IN"):
        return antecedent(verb)
    return own


def antecedent(verb: Token) -> Token | None:
    """The noun that a relative clause describes: for "who", the person of "a clerk at the mill who"."""
    if verb.dep_ != "relcl":
        return None
    noun = verb.head
    first = verb.left_edge
    if first.lower_ == "which" and first.i > 1 and first.nbor(-1).text == "," and is_noun(first.nbor(-2)):
        # Behind a comma "which" means the noun next to it, whatever the parser hangs it on.
        return first.nbor(-2)
    pronoun = child(verb, *SUBJECTS)
    if pronoun is None or pronoun.lower_ != "who" or noun.pos_ == "PROPN":
        return noun
    while noun.dep_ == "pobj" and noun.head.head.pos_ == "NOUN" and noun.tag_ not in ("NNS", "NNPS"):
        if noun.lemma_.lower() in HUMAN_NOUNS:
            break
        noun = noun.head.head
    return noun


def understood_subject(verb: Token) -> Token | None:
    """The subject of `verb`, or the one it borrows: "…, adding that", "and warned", "a letter saying"."""
    current = verb
    for _ in range(_DEEPEST):
        subject = subject_of(current)
        if subject is not None:
            return subject
        if current.dep_ not in _BORROWING or current.head == current:
            return None
        current = _above_reported(current) if current.dep_ == "conj" else current.head
        if current.pos_ == "ADP":
            current = current.head
        if is_noun(current):
            return current
    return None


def _above_reported(verb: Token) -> Token:
    """The verb that a second verb goes with, which parsers take for part of the report before it.

    In "promised that they would be paid, and pledged" the past tense of "pledged" goes with
    "promised", not with "be paid".
    """
    first = verb.head
    outer = first.head
    if verb.tag_ == "VBD" and first.dep_ == "ccomp" and first.tag_ != "VBD" and outer.tag_ == "VBD":
        had = any(kid.tag_ == "VBD" for kid in auxiliaries(first))
        return first if had else outer
    return first


def agent_of(verb: Token) -> Token | None:
    """Who did it in the passive: "reported by the bloggers"."""
    by = child(verb, "agent")
    return child(by, "pobj") if by is not None else None


def is_passive(verb: Token) -> bool:
    return child(verb, "nsubjpass", "auxpass") is not None


def is_plural(head: Token) -> bool:
    """Whether a noun phrase takes a plural verb."""
    if head.lower_ in ("they", "we", "these", "those", "both", "many", "several", "few"):
        return True
    if any(kid.dep_ == "conj" and is_noun(kid) for kid in head.children) and child(head, "cc") is not None:
        return True
    if head.tag_ == "CD":
        return head.lower_ not in ("one", "1")
    return head.tag_ in ("NNS", "NNPS") or head.lower_ in ("police", "people")


def span_of(token: Token) -> tuple[int, int]:
    """Token range [start, end) of everything below `token`."""
    return token.left_edge.i, token.right_edge.i + 1


def is_document(token: Token) -> bool:
    return token.lemma_.lower() in DOCUMENTS


def issuer(document: Token) -> Token | None:
    """Who speaks through a statement: "the ministry’s statement", "a letter from", "issued a statement"."""
    owner = child(document, "poss")
    if owner is not None:
        return owner
    for preposition in document.children:
        if preposition.lower_ in ("from", "by", "of") and preposition.dep_ in ("prep", "agent"):
            return child(preposition, "pobj")
    verb = document.head
    if document.dep_ == "pobj":
        verb = verb.head
    if document.dep_ in ("dobj", "pobj") and is_verb(verb):
        return understood_subject(verb)
    return None


def owner_of_record(noun: Token) -> Token | None:
    """Who answers for "its guidance", "the board’s figures", "figures from the board"; None for other nouns.

    A report or a study speaks for itself, unless it is somebody’s own ("its own report").
    """
    lemma, owner = noun.lemma_.lower(), child(noun, "poss")
    if owner is not None:
        own = owner.tag_ == "PRP$" or any(kid.lower_ == "own" for kid in noun.children)
        return owner if lemma in RECORDS or (lemma in REPORTS and own) else None
    links = [kid for kid in noun.children if kid.dep_ == "prep" and kid.lower_ in ("from", "by")]
    return child(links[0], "pobj") if links and lemma in RECORDS else None
