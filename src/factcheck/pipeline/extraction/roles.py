"""Nothing in → the nouns that say what somebody is: titles, roles, bodies, places that speak."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.pipeline.extraction.lexicon import lexicon

if TYPE_CHECKING:
    from spacy.tokens import Token

TITLES = lexicon(
    "pm mp mr mrs ms miss dr prof professor sir dame lord lady president minister premier chancellor "
    "governor mayor senator general gen colonel col major maj captain capt lieutenant lt sergeant sgt "
    "admiral king queen prince princess pope bishop archbishop rabbi imam sheikh judge justice secretary "
    "ambassador representative rep sen gov ex-president prime foreign defence defense finance interior "
    "vice deputy acting former chief commander spokesman spokeswoman spokesperson chairman chairwoman "
    "leader director activist analyst journalist"
)
ROLES = lexicon(
    "official spokesman spokeswoman spokesperson governor mayor minister president premier chancellor "
    "leader chief head commander general officer soldier fighter lawmaker mp senator deputy adviser "
    "advisor aide diplomat ambassador envoy analyst expert professor doctor researcher economist resident "
    "witness lawyer prosecutor judge journalist editor owner director manager chairman chairwoman chair "
    "secretary activist defector volunteer farmer teacher driver survivor victim neighbour neighbor "
    "captain pilot engineer scientist worker politician speaker councillor councilor member founder "
    "representative reporter correspondent blogger colonel constable employee interlocutor protester "
    "protestor demonstrator clerk student rebel militant gunman guard superintendent inspector detective "
    "nurse man woman boy girl father mother son daughter wife husband brother sister widow candidate "
    "ombudsman commissioner coordinator organiser organizer boss king queen prince princess president- "
    "elect historian author columnist shopkeeper fisherman sergeant lieutenant major harbourmaster priest "
    "bishop coach player executive investor trader buyer passenger mechanic secretary-general "
    "predecessor successor colleague"
)
BODIES = lexicon(
    "gazeta pravda novosti zeitung tribune herald gazette coatings motors foods systems solutions "
    "partners services industries holdings logistics steel electric pharmaceuticals capital studios "
    "airways shipping lines legion corps ministry council party union agency authority company group "
    "movement army navy force forces police court bank committee commission parliament government office "
    "service department bureau institute university federation association organisation organization "
    "republic fund front brigade battalion regiment guard guards news press times post radio television "
    "tv channel daily journal network media house senate congress duma cabinet kremlin pentagon ltd inc "
    "plc corporation corp co trust society board club team international watch cross nations league "
    "alliance coalition confederation inquiry directorate administration centre center foundation staff "
    "command militia hospital school ports port airlines railways museum insurer maker manufacturer "
    "operator airline retailer supplier watchdog regulator inspectorate prosecution campaign lobby "
    "factory gallery church college academy laboratory developer contractor utility energy oil gas bloc "
    "embassy consulate nato"
)
SPEAKING_PLACES = lexicon(
    "moscow kyiv kiev washington beijing london paris berlin brussels ankara tehran tokyo jerusalem "
    "pyongyang delhi islamabad riyadh cairo kremlin pentagon warsaw minsk tbilisi yerevan baku budapest "
    "rome madrid seoul taipei"
)
MALE = lexicon("mr sir lord king prince father son brother husband man boy pope chairman")
FEMALE = frozenset(
    {"mrs", "ms", "miss", "dame", "lady", "queen", "princess", "mother", "daughter", "sister", "wife", "woman", "girl"}
    | {"spokeswoman", "chairwoman", "widow"}
)
OUTLETS = lexicon(
    "tass itar-tass reuters afp ap interfax interfax-ukraine ukrinform unian ria novosti xinhua bloomberg "
    "bbc cnn nbc abc cbs fox msnbc npr pbs guardian observer telegraph independent economist politico "
    "axios meduza kommersant vedomosti izvestia rt dpa ansa efe anadolu irna isna aljazeera jazeera "
    "arabiya haaretz bild spiegel zeit monde figaro repubblica pais mundo suspilne ukrainska itv mirror "
    "sun newsweek ptv nhk yonhap kyodo ctk čtk pap mti belta azertac armenpress euronews ndtv dawn rté "
    "rte wsj nyt"
)
"""News outlets, by any word of their name."""


def can_speak(head: Token) -> bool:
    """Whether a phrase can mean somebody: a name, a pronoun, people, a role or a body."""
    lemma = head.lemma_.lower()
    person = lemma in ROLES or lemma in BODIES or lemma.endswith(("man", "woman", "person"))
    return person or head.pos_ == "PROPN" or head.tag_ in ("PRP", "NNS")
