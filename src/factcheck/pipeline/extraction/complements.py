"""A word of speaking in → what is said, as a stretch of the sentence and its grammatical form, out."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.pipeline.extraction import cues
from factcheck.pipeline.extraction.content import (
    Content,
    Form,
    clause,
    content_of,
    cut_before,
    nonfinite,
    without,
)
from factcheck.pipeline.extraction.cues import CueKind
from factcheck.pipeline.extraction.descriptions import description
from factcheck.pipeline.extraction.lexicon import lexicon
from factcheck.pipeline.extraction.syntax import (
    SUBJECTS,
    agent_of,
    child,
    is_finite,
    is_infinitive,
    is_negated,
    is_noun,
    is_passive,
    is_statement,
    is_verb,
    subject_of,
)

if TYPE_CHECKING:
    from spacy.tokens import Token


def contents_of(cue: Token, kind: CueKind) -> list[Content]:
    """Everything `cue` says, in the order of the text; [] when it says nothing that can be checked."""
    if kind is CueKind.ACCUSE:
        return _accusation(cue)
    if kind is CueKind.BLAME:
        return _blame(cue)
    if kind is CueKind.DESCRIBE:
        return description(cue)
    if kind is CueKind.FIGURE:
        return _figure(cue)
    if cue.lemma_ == "estimate" and (figure := _figure(cue)):
        return figure
    return _clauses(cue) or _infinitive(cue, kind) or _gerund(cue) or _object(cue, kind)


def content_around(cue: Token, inner: Token) -> Content | None:
    """The clause that `inner` (a parenthesis such as "according to the mayor") stands in."""
    head = next((token for token in inner.ancestors if is_verb(token) or token.pos_ == "AUX"), None)
    if head is None:
        return None
    shared = _shared_subject(head)
    if not is_statement(head) and (shared is None or not is_finite(head)):
        return None
    content = without(content_of(Form.CLAUSE, head, shared), inner)
    for citing in (kid for kid in head.children if kid.lower_ in ("citing", "quoting")):
        content = without(content, citing)
    return content


def _shared_subject(verb: Token) -> Token | None:
    """The subject that the second verb of "broke in and took the files" leaves out."""
    alone = child(verb, "nsubj", "nsubjpass", "csubj", "csubjpass", "expl") is None
    return child(verb.head, *SUBJECTS) if alone and verb.dep_ == "conj" else None


def clause_of_noun(noun: Token) -> Content | None:
    """What a noun of speaking says: "the claim that …", "claims to have …"."""
    for said in noun.children:
        if said.dep_ not in ("acl", "ccomp") or not (is_verb(said) or said.pos_ == "AUX"):
            continue
        if is_statement(said) and (child(said, "mark") is not None or said.dep_ == "ccomp"):
            return clause(said)
        if is_infinitive(said):
            return nonfinite(Form.INFINITIVE, said)
    return None


def _clauses(cue: Token) -> list[Content]:
    heads = [kid for kid in cue.children if kid.dep_ in ("ccomp", "parataxis") and is_statement(kid)]
    if not heads and cue.lemma_ == "tell":
        heads = _taken_for_relative(cue)
    heads = [head for head in heads if not _is_parted(head, cue) and not _is_no_comment(head)]
    if not heads:
        around = _around(cue)
        return [around] if around is not None else []
    contents = []
    for head in heads:
        whole = clause(head)
        for also in (kid for kid in head.conjuncts if is_statement(kid) and _has_that(kid)):
            whole = cut_before(whole, also.left_edge)
            contents.append(content_of(Form.CLAUSE, also))
        contents.append(_without_second_act(whole))
    return sorted(contents, key=lambda content: content.start)


_TALES = lexicon("story tale lie truth joke thing version news secret")


def _without_second_act(content: Content) -> Content:
    """Of "said it was ready and called on the others", the call is the speaker's act and no part of the report."""
    for kid in content.head.children:
        if (
            kid.dep_ == "conj"
            and kid.lemma_ in cues.ACTS_OF_SPEECH
            and child(kid, *SUBJECTS) is None
            and is_finite(kid)
        ):
            joint = [word for word in content.head.children if word.dep_ == "cc" and word.i < kid.i]
            return cut_before(content, joint[-1] if joint else kid.left_edge)
    return content


def _taken_for_relative(cue: Token) -> list[Token]:
    """The report of "told the programme that her house had burned", which parsers hang on the programme."""
    told = child(cue, "dobj")
    listeners = [told, *(kid for kid in told.children if kid.dep_ == "appos")] if told is not None else []
    clauses = [kid for one in listeners for kid in one.children if kid.dep_ in ("relcl", "acl")]
    if told is None or told.lemma_.lower() in _TALES:
        return []
    return [verb for verb in clauses if _opens_with_that(verb) and is_statement(verb)]


def _opens_with_that(verb: Token) -> bool:
    first = verb.left_edge
    return first.lower_ == "that" and first.dep_ not in SUBJECTS


def _is_parted(head: Token, cue: Token) -> bool:
    """Whether a semicolon stands between the two: "X warned of more; the police said …"."""
    return any(token.text == ";" for token in cue.doc[min(head.i, cue.i) : max(head.i, cue.i)])


def _is_no_comment(head: Token) -> bool:
    return head.lemma_ == "comment" and is_negated(head)


def _has_that(verb: Token) -> bool:
    return any(kid.dep_ == "mark" and kid.lower_ == "that" for kid in verb.children)


def _around(cue: Token) -> Content | None:
    """The sentence that a parenthesis speaks: "The bridge, officials said, had collapsed"."""
    mark = child(cue, "mark")
    as_they_say = cue.dep_ == "advcl" and mark is not None and mark.lower_ == "as"
    if cue.dep_ != "parataxis" and not as_they_say:
        return None
    if child(cue, "ccomp", "dobj", "xcomp") is not None or not is_statement(cue.head):
        return None
    return without(content_of(Form.CLAUSE, cue.head), cue)


_TAKES_INFINITIVE = frozenset({"claim", "admit", "profess", "purport"})


def _infinitive(cue: Token, kind: CueKind) -> list[Content]:
    raised = is_passive(cue) and cue.lemma_ in cues.RAISING
    if not (raised or kind is CueKind.PROMISE or cue.lemma_ in _TAKES_INFINITIVE):
        return []
    subject = child(cue, "nsubjpass") if raised else None
    if subject is not None and subject.tag_ in ("WP", "WDT"):
        return []
    verbs = [kid for kid in cue.children if kid.dep_ in ("xcomp", "ccomp") and is_infinitive(kid)]
    return [nonfinite(Form.INFINITIVE, verb, subject) for verb in verbs[:1]]


def _gerund(cue: Token) -> list[Content]:
    if cue.lemma_ not in ("deny", "admit", "acknowledge", "report"):
        return []
    found = [kid for kid in cue.children if kid.dep_ in ("xcomp", "ccomp", "dobj") and _is_gerund(kid)]
    to = next((kid for kid in cue.children if kid.dep_ == "prep" and kid.lower_ == "to"), None)
    inner = child(to, "pcomp") if to is not None else None
    found += [inner] if inner is not None and _is_gerund(inner) else []
    bare = cue.lemma_ == "report"
    form = Form.EVENT if found and bare and child(found[0], "dobj") is None else Form.GERUND
    return [nonfinite(form, verb) for verb in found[:1]]


def _is_gerund(verb: Token) -> bool:
    return (
        (verb.tag_ == "VBG" or child(verb, "aux") is not None)
        and subject_of(verb) is None
        and (verb.tag_ == "VBG" or any(kid.tag_ == "VBG" for kid in verb.children if kid.dep_ in ("aux", "auxpass")))
    )


def _object(cue: Token, kind: CueKind) -> list[Content]:
    thing = _bare_that(cue, kind) or child(cue, "nsubjpass" if kind is CueKind.DENY and is_passive(cue) else "dobj")
    if thing is None or (is_passive(cue) and kind is not CueKind.DENY):
        return []
    noun = thing.lemma_.lower()
    if kind is CueKind.DENY and (noun in cues.CLAIMS_REFERRED_TO or noun in cues.NOUNS):
        return [clause_of_noun(thing) or content_of(Form.REFERENCE, thing)]
    takes_event = cue.lemma_ in cues.TAKES_EVENT and noun not in cues.NO_EVENT
    owns = cue.lemma_ == "claim" and thing.lemma_ in ("responsibility", "credit")
    if (takes_event or owns) and is_noun(thing):
        return [_with_place(content_of(Form.EVENT, thing), cue)]
    return []


def _bare_that(cue: Token, kind: CueKind) -> Token | None:
    """The "that" of "rejected that, saying …", which parsers join to what follows."""
    if kind is not CueKind.DENY or cue.i + 2 >= len(cue.doc):
        return None
    return cue.nbor(1) if cue.nbor(1).lower_ in ("that", "this", "it") and cue.nbor(2).is_punct else None


_WHERE = frozenset({"in", "at", "near", "along", "around", "inside", "outside", "across", "between"})


def _with_place(event: Content, cue: Token) -> Content:
    """ "denied any offensive in the valley": the valley belongs to the offensive, whatever the parser hangs it on."""
    for kid in cue.children:
        if (
            kid.dep_ == "prep"
            and kid.lower_ in _WHERE
            and kid.i == event.end
            and not any(t.ent_type_ == "DATE" for t in kid.subtree)
        ):
            return replace(event, end=kid.right_edge.i + 1)
    return event


def _accusation(cue: Token) -> list[Content]:
    accused = child(cue, "nsubjpass") or child(cue, "dobj")
    places = [cue, *(token for token in (accused, agent_of(cue)) if token is not None)]
    of = next((kid for token in places for kid in token.children if kid.dep_ == "prep" and kid.lower_ == "of"), None)
    deed = child(of, "pcomp", "pobj") if of is not None else None
    if accused is None or deed is None or accused.i > deed.i or _is_mutual(accused):
        return []
    form = Form.GERUND if is_verb(deed) else Form.DESCRIPTION
    return [content_of(form, deed, accused)]


def _blame(cue: Token) -> list[Content]:
    """ "blamed Y for Z" and "blamed Z on Y": `head` is Z, `subject` is Y."""
    thing = child(cue, "dobj")
    places = [cue, *([thing] if thing is not None else [])]
    for preposition in [kid for at in places for kid in at.children if kid.dep_ == "prep"]:
        other = child(preposition, "pobj", "pcomp")
        if thing is None or other is None or _is_mutual(thing):
            continue
        if preposition.lower_ == "for":
            return [content_of(Form.BLAME, other, thing)]
        if preposition.lower_ == "on" and other.ent_type_ != "DATE":
            return [cut_before(content_of(Form.BLAME, thing, other), preposition)]
    return []


def _is_mutual(thing: Token) -> bool:
    """ "Accused each other": who did what is not said."""
    phrase = {token.lower_ for token in (thing, *thing.children, thing.head)}
    return {"each", "other"} <= phrase or {"one", "another"} <= phrase


def _figure(cue: Token) -> list[Content]:
    """ "put the toll at twelve": `head` is the number, `subject` what it counts."""
    thing = child(cue, "nsubjpass") or child(cue, "dobj")
    at = next((kid for kid in cue.children if kid.dep_ == "prep" and kid.lower_ == "at"), None)
    number = child(at, "pobj") if at is not None else None
    if thing is None or number is None or not any(token.like_num for token in number.subtree):
        return []
    return [content_of(Form.FIGURE, number, thing)]
