"""Words that tell a person's title, a body, an unnamed voice; all in the folded form that `spelling.fold` gives."""

from __future__ import annotations

from factcheck.text.words import listed

ARTICLES = listed("the a an this that these those le la les der die das el")
LINKS = listed("of for and in on to by at from with de du des und fur")
"""Words inside the name of a body that other outlets leave out or change."""
PARTICLES = listed("van von der den de del della di da dos du la le bin ibn ben al el ash as ad at abu ter ten zu y")
"""Words inside a person's name that are often left out."""

MEN = listed("mr sir lord king prince duke baron brother father herr monsieur senor")
WOMEN = listed("mrs ms miss lady queen princess duchess baroness dame sister frau madame mme senora")
HONORIFICS = (
    MEN
    | WOMEN
    | listed("dr prof professor doctor hon rev reverend judge justice rabbi imam sheikh archbishop bishop pope")
)
RANKS = listed(
    "gen general lt lieutenant col colonel maj major capt "
    "captain sgt sergeant adm admiral brig brigadier cmdr commander "
    "marshal cpl corporal private officer inspector superintendent constable sheriff ataman"
)
OFFICES = listed(
    "president minister chancellor premier governor gov "
    "mayor senator sen representative rep congressman congresswoman "
    "deputy mp mep secretary ambassador chief chairman chairwoman chair chairperson head director commissioner "
    "prosecutor attorney councillor leader spokesman spokeswoman spokesperson official candidate emperor emir sultan "
    "ayatollah dictator coach ceo founder owner editor author analyst expert historian economist lawyer activist "
    "journalist reporter correspondent blogger researcher scientist "
    "engineer teacher farmer driver pensioner resident "
    "witness envoy speaker whip treasurer adviser "
    "advisor aide oligarch businessman businesswoman general-secretary pm "
)
TITLES = HONORIFICS | RANKS | OFFICES
GENERATIONS = listed("jr sr junior senior ii iii iv")

HOLDERS = listed(
    "president minister chancellor premier governor mayor ambassador prosecutor chairman chairwoman chairperson "
    "commissioner secretary king queen emperor pope patriarch commandant"
)
"""Offices that one person holds at a time: with a place beside them they name somebody."""

UNNAMED = listed(
    "spokesman spokeswoman spokesperson spokesmen spokespeople official "
    "officer source witness resident expert analyst "
    "people person man men woman women soldier doctor medic nurse neighbour neighbor activist journalist reporter "
    "correspondent diplomat lawyer critic supporter protester protestor demonstrator aide adviser advisor "
    "representative someone somebody everyone everybody nobody anyone other some "
    "many several few he she they it we i us "
    "him her them you who volunteer worker employee villager "
    "local civilian relative mother father parent child children friend "
    "colleague survivor victim passenger fighter rebel militant insurgent insider lawmaker politician researcher "
    "scientist study report document statement user blogger "
    "viewer voter refugee prisoner participant organiser member "
    "historian economist teacher farmer driver pensioner engineer director commander leader head chief deputy troop "
    "mp senator councillor"
)
"""Heads of descriptions that name nobody: two of them need not be the same people."""

COMMON = listed(
    "ministry department government administration cabinet leadership police army navy military force court council "
    "committee commission agency office service company firm party union board group bank parliament senate congress "
    "assembly hospital university school city town region state federal national local regional municipal district "
    "senior junior top high low old new young former acting "
    "deputy vice first second third two three four five dozen hundred "
    "anonymous unnamed unidentified independent foreign interior "
    "defence defense finance health education justice energy "
    "prime chief general press public private official rescue emergency fire security intelligence border guard "
    "opposition ruling military western eastern northern southern international"
)
"""Words that distinguish nobody when they stand alone."""

BODY_WORDS = (
    COMMON - listed("general chief prime top high old new young first second third two three four five fire")
) | listed(
    "authorities forces staff brigade legion regiment battalion division corps fleet guild association federation "
    "organisation organization institute academy foundation fund "
    "trust society league alliance network movement front "
    "coalition campaign church museum institution authority regulator operator ministry's bureau centre center "
    "television radio channel news times post echo herald "
    "gazette tribune journal telegraph guardian observer mail sun "
    "daily weekly review press media agency wire reuters broadcaster newspaper magazine club team airlines airways "
    "railways motors electric industries holdings systems technologies "
    "technology energy oil gas steel bank hall house "
    "palace republic kingdom states nations people's chamber inspectorate directorate secretariat tribunal project "
    "initiative observatory monitor watch lab laboratory clinic insurance group hotel port airport watchdog"
)
"""A capitalised phrase that holds one of these is no person's name."""

LEGAL_FORMS = listed("inc ltd llc plc gmbh ag sa co corp corporation limited pjsc ojsc oao pao srl spa bv nv oy ab")

SAME_WORD = {
    "defense": "defence",
    "organization": "organisation",
    "center": "centre",
    "labor": "labour",
    "program": "programme",
    "dept": "department",
    "gov't": "government",
    "govt": "government",
    "int'l": "international",
    "&": "and",
}

GOVERNING = listed("government authority leadership administration cabinet")

GIVEN_NAMES = """
alexander aleksandr alexandr oleksandr aliaksandr alex sasha
alexei alexey aleksei aleksey oleksii oleksiy alexis
andrei andrey andriy andrii andrej
anatoly anatolii anatoliy
anthony tony
artem artyom artiom
barbara barb
benjamin ben
charles charlie chuck
christopher chris
daniel dan danny danylo
david dave
dmitry dmitri dmitriy dmytro
donald don donny
edward ed eddie ted
elizabeth liz beth betty yelizaveta elizaveta
eugene yevgeny yevgeniy evgeny evgeni yevhen evgeniy yevgeni
gennady gennadiy hennadiy hennadii
gregory greg
grigory hryhoriy hryhorii
igor ihor
ivan
james jim jimmy
jeffrey jeff geoffrey geoff
jennifer jenny jen
joseph joe joey
john johnny jack
julia yulia yuliya iuliia
katherine catherine kate kathy cathy ekaterina yekaterina kateryna
konstantin kostyantyn kostiantyn
lawrence larry
leonid
margaret maggie peggy
marc mark marko
matthew matt
maria mariya marija
michael mike mick
mikhail mykhailo mykhaylo mihail
mohammed muhammad mohamed mohammad muhammed mohamad
natalia nataliya natalya nataliia
nicholas nick
nikolai nikolay mykola
oleg oleh
olga olha
patricia pat trish
pavel pavlo
pyotr petr petro
peter pete
philip phillip phil
rebecca becky
richard rick dick rich
robert bob rob bobby
ronald ron
samuel sam
sergei sergey serhii serhiy sergii
stephen steven steve
susan sue
svetlana sviatlana svitlana
thomas tom tommy
timothy tim
valery valeriy valerii valeri
vasily vasyl vasiliy
viktor victor
vitaly vitaliy vitalii vitali
vladimir volodymyr wladimir uladzimir
vyacheslav viacheslav vyacheslaw
walter walt
william bill will billy
yaroslav iaroslav
yuri yuriy yurii yury iurii
"""
"""One given name a line, in the forms that newsrooms write for one and the same person."""
