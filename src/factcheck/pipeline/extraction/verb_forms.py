"""A verb's dictionary form in → the finite form that a sentence about somebody needs out."""

from __future__ import annotations

from factcheck.pipeline.extraction.lexicon import lexicon

_IRREGULAR = """
be was been; arise arose arisen; bear bore borne; beat beat beaten; become became become; begin began begun;
bend bent bent; bet bet bet; bind bound bound; bite bit bitten; bleed bled bled; blow blew blown; break broke
broken; breed bred bred; bring brought brought; broadcast broadcast broadcast; build built built; burst burst
burst; buy bought bought; cast cast cast; catch caught caught; choose chose chosen; cling clung clung; come
came come; cost cost cost; creep crept crept; cut cut cut; deal dealt dealt; dig dug dug; do did done; draw
drew drawn; drink drank drunk; drive drove driven; eat ate eaten; fall fell fallen; feed fed fed; feel felt
felt; fight fought fought; find found found; flee fled fled; fling flung flung; fly flew flown; foresee
foresaw foreseen; forbid forbade forbidden; forecast forecast forecast; forget forgot forgotten; forgive
forgave forgiven; freeze froze frozen; get got got; give gave given; go went gone; grind ground ground; grow
grew grown; hang hung hung; have had had; hear heard heard; hide hid hidden; hit hit hit; hold held held; hurt
hurt hurt; keep kept kept; kneel knelt knelt; know knew known; lay laid laid; lead led led; leave left left;
lend lent lent; let let let; lie lied lied; light lit lit; lose lost lost; make made made; mean meant meant;
meet met met; mislead misled misled; mistake mistook mistaken; overcome overcame overcome; overrun overran
overrun; override overrode overridden; oversee oversaw overseen; overthrow overthrew overthrown; overtake
overtook overtaken; pay paid paid; put put put; quit quit quit; read read read; rebuild rebuilt rebuilt; redo
redid redone; remake remade remade; repay repaid repaid; retake retook retaken; rewrite rewrote rewritten; rid
rid rid; ride rode ridden; ring rang rung; rise rose risen; run ran run; say said said; see saw seen; seek
sought sought; sell sold sold; send sent sent; set set set; shake shook shaken; shed shed shed; shoot shot
shot; shine shone shone; show showed shown; shrink shrank shrunk; shut shut shut; sing sang sung; sink sank
sunk; sit sat sat; sleep slept slept; slide slid slid; speak spoke spoken; speed sped sped; spend spent spent;
spin spun spun; split split split; spread spread spread; stand stood stood; steal stole stolen; stick stuck
stuck; sting stung stung; strike struck struck; string strung strung; swear swore sworn; sweep swept swept;
swim swam swum; swing swung swung; take took taken; teach taught taught; tear tore torn; tell told told; think
thought thought; throw threw thrown; thrust thrust thrust; undergo underwent undergone; understand understood
understood; undertake undertook undertaken; undo undid undone; uphold upheld upheld; wake woke woken; wear
wore worn; weave wove woven; win won won; withdraw withdrew withdrawn; withhold withheld withheld; withstand
withstood withstood; write wrote written
"""
_PAST = {forms[0]: forms[1] for forms in (entry.split() for entry in _IRREGULAR.split(";"))}
_DOUBLING = lexicon(
    "stop plan ban bar rob stab drop grab rig beg jam kidnap refer occur commit admit permit omit submit "
    "transfer prefer regret rebel compel expel propel control patrol equip trap tap wrap strip ship step "
    "map flog drag plug tag scan pin thin chat plot spot knit pat fit skip slip slam cram hem trim ram"
)
_SIBILANT = ("s", "x", "z", "ch", "sh", "o")
_VOWELS = "aeiou"


def past(verb: str, *, plural: bool = False) -> str:
    """The simple past: "repel" → "repelled"; "be" follows the number of its subject."""
    if verb == "be":
        return "were" if plural else "was"
    if verb in _PAST:
        return _PAST[verb]
    if verb.endswith("e"):
        return f"{verb}d"
    if verb.endswith("y") and verb[-2:-1] not in _VOWELS:
        return f"{verb[:-1]}ied"
    if verb in _DOUBLING or _doubles_l(verb):
        return f"{verb}{verb[-1]}ed"
    return f"{verb}ed"


def present(verb: str, *, plural: bool) -> str:
    """The simple present of the third person: "have" → "has", "have" for a plural subject."""
    if verb == "be":
        return "are" if plural else "is"
    if plural:
        return verb
    if verb == "have":
        return "has"
    if verb.endswith(_SIBILANT):
        return f"{verb}es"
    if verb.endswith("y") and verb[-2:-1] not in _VOWELS:
        return f"{verb[:-1]}ies"
    return f"{verb}s"


def _doubles_l(verb: str) -> bool:
    """British spelling: "repel", "cancel" and "travel" double their l, "fail" and "reveal" do not."""
    return len(verb) > 3 and verb[-1] == "l" and verb[-2] in _VOWELS and verb[-3] not in _VOWELS
