"""Invented sentences of many news styles, each with the day on which its last claim was said."""

from __future__ import annotations

from typing import NamedTuple


class Dated(NamedTuple):
    """`said` as ISO text at its precision, "" when the text does not settle it; `published` likewise."""

    text: str
    said: str
    published: str = "2031-05-02"  # a Friday


WIRE = [
    Dated("The mayor said on Thursday that the ferry had sunk.", "2031-05-01"),
    Dated("The mayor said on Friday that the ferry had sunk.", "2031-05-02"),
    Dated("The mayor said last Friday that the ferry leaked.", "2031-04-25"),
    Dated("The mayor said late on Wednesday that the ferry had sunk.", "2031-04-30"),
    Dated("The ferry had sunk, the mayor said early on Tuesday.", "2031-04-29"),
    Dated("The port authority said late Wednesday night that two crew were missing.", "2031-04-30"),
    Dated("The ministry said on Friday, May 2, that the pass was shut.", "2031-05-02"),
    Dated("The ministry said on Tuesday, 29 April, that the pass was shut.", "2031-04-29"),
    Dated("Speaking in Velm on Monday, the minister said the pass was shut.", "2031-04-28"),
    Dated("In a statement late on Sunday, the ministry said the pass was shut.", "2031-04-27"),
    Dated("The ministry said on Monday the pass was shut, adding that lorries were turned back.", "2031-04-28"),
    Dated("The minister told parliament in March that the pass was safe.", "2031-03"),
    Dated("The minister told parliament in early March that the pass was safe.", "2031-03"),
    Dated("The minister warned at the end of March that the pass was unsafe.", "2031-03"),
    Dated("The ministry said three weeks ago that the pass was safe.", "2031-04"),
    Dated("The ministry said over the weekend that the pass was safe.", "2031-04"),
    Dated("The ministry said last week that the pass was safe.", "2031-04"),
    Dated("The ministry said last week that the pass was safe.", "", "2031-06-04"),
    Dated("The ministry said earlier this month that the pass was safe.", "2031-05", "2031-05-20"),
    Dated("The ministry said earlier this year that the pass was safe.", "2031"),
    Dated("The ministry said earlier this week that the pass was safe.", "2031-05", "2031-05-15"),
    Dated("A month ago the ministry said the pass was safe.", "2031-04"),
    Dated("The day before yesterday the ministry said the pass was safe.", "2031-04-30"),
    Dated("The ministry said on the night of 30 April that the pass was shut.", "2031-04-30"),
    Dated("The ministry said on the evening of April 28 that the pass was shut.", "2031-04-28"),
    Dated("The ministry said at 10:30 a.m. on Tuesday that the pass was shut.", "2031-04-29"),
    Dated("The ministry said on Tuesday at 3 pm that the pass was shut.", "2031-04-29"),
    Dated("The ministry had said a few days ago that the pass was safe.", ""),
    Dated("The ministry recently said that the pass was safe.", ""),
    Dated("The ministry previously said that the pass was safe.", ""),
    Dated("The company said a year ago that the plant was safe.", "2030"),
    Dated("The company said in 2029 that the plant was safe.", "2029"),
    Dated("The company said last December that the plant was safe.", "2030-12"),
    Dated("The company said in December that the plant was safe.", "2030-12"),
    Dated("The company said on Dec. 3 that the plant was safe.", "2030-12-03"),
    Dated("The company said on 31 December that the plant was safe.", "2030-12-31", "2031-01-01"),
    Dated("The company said on Tuesday that the plant was safe.", "2030-12-31", "2031-01-01"),
    Dated("The company said last month that the plant was safe.", "2030-12", "2031-01-01"),
    Dated("The company said on Sunday that the plant was safe.", "2032-02-29", "2032-03-01"),
    Dated("The company said yesterday that the plant was safe.", "2032-02-29", "2032-03-01"),
    Dated("The company said on Monday that the plant was safe.", "2031-06-02", "2031-06-02"),
]

EVENT = [
    Dated("The company said it would close the plant by 2035.", "2031-05-02"),
    Dated("By 2030 the plant will be shut, the company said on Tuesday.", "2031-04-29"),
    Dated("Output has doubled since March, the company said.", "2031-05-02"),
    Dated("The company said that output had fallen since March.", "2031-05-02"),
    Dated("The plant will close next Monday, the company said.", "2031-05-02"),
    Dated("The company said on Wednesday that the plant would close on 1 June.", "2031-04-30"),
    Dated("The company said the plant was hit on Monday night.", "2031-05-02"),
    Dated("The plant was hit on the night of 30 April, the company said.", "2031-05-02"),
    Dated("Two people died over the weekend, police said on Tuesday.", "2031-04-29"),
    Dated("Police said on Tuesday two people had died over the weekend.", "2031-04-29"),
    Dated("Three weeks ago the bridge closed, the council said.", "2031-05-02"),
    Dated("The council, elected in 2029, said the bridge was closed.", "2031-05-02"),
    Dated("After the flood of 22 April, the council said the bridge was closed.", "2031-05-02"),
    Dated("The council said the bridge, closed last month, was safe.", "2031-05-02"),
]

CHAINED = [
    Dated("The mayor said on Wednesday that the road was open. A day earlier, he said it was shut.", "2031-04-29"),
    Dated("The road was mined on 12 April. The day before, the army said it was clear.", "2031-04-11"),
    Dated("The road was mined on 12 April. The following day the army said it was clear.", "2031-04-13"),
    Dated("The road was mined on 12 April. Two days later the army said it was clear.", "2031-04-14"),
    Dated("The road was mined on Tuesday. The same day the army said it was clear.", "2031-04-29"),
    Dated("The road was mined on Thursday. The previous Tuesday, the army said it was clear.", "2031-04-29"),
    Dated("The road was mined on 12 April.\n\nA week earlier the army said it was clear.", "2031-04"),
    Dated("The army said a day earlier that the road was clear.", "2031-05-01"),
    Dated("Two days later the army said the road was clear.", ""),
]

STYLES = [
    Dated("“The lake is clean,” the union chief told Radio Orle on Monday morning.", "2031-04-28"),
    Dated("“The lake is clean,” she said in an interview on 27 April.", "2031-04-27"),
    Dated("“The lake is clean,” she told this newspaper yesterday.", "2031-05-01"),
    Dated("“The lake is clean,” she said.", "2031-05-02"),
    Dated("Last night, the star's agent denied that the pair had split.", "2031-05-01"),
    Dated("The star's agent insisted this morning that the pair had not split.", "2031-05-02"),
    Dated("Earlier today, the fire service said the blaze was out.", "2031-05-02"),
    Dated("The fire service said an hour ago that the blaze was out.", "2031-05-02", "2031-05-02T14:10:00+02:00"),
    Dated("The fire service said 20 minutes ago that the blaze was out.", "2031-05-02"),
    Dated("Prosecutors told the court on 3 March 2030 that Rusk had forged the lease.", "2030-03-03"),
    Dated("Rusk told the court on the second day of the trial that he had signed nothing.", "2031-05-02"),
    Dated("Rusk testified on Monday that he had signed the lease in 2028.", "2031-04-28"),
    Dated("Orle Water announced on 1st May that the wells were safe.", "2031-05-01"),
    Dated("Orle Water announced today, 2 May 2031, that the wells were safe.", "2031-05-02"),
    Dated("In a letter dated 4 April, the inspector wrote that the wells were unsafe.", "2031-04-04"),
    Dated("In a post on Saturday evening, the inspector wrote that the wells were unsafe.", "2031-04-26"),
    Dated("Wednesday's statement said the wells were unsafe.", "2031-04-30"),
    Dated("A report published last month said the wells were unsafe.", "2031-04"),
    Dated("According to a report published on Tuesday, the wells were unsafe.", "2031-04-29"),
    Dated("At a briefing on Tuesday, the inspector said the wells were unsafe.", "2031-04-29"),
]

UNDATED = [
    Dated("The mayor said on Thursday that the ferry had sunk.", "", ""),
    Dated("The mayor said the ferry had sunk.", "", ""),
    Dated("The mayor said three weeks ago that the ferry leaked.", "", ""),
    Dated("The mayor said on 22 April that the ferry leaked.", "", ""),
    Dated("The mayor said on 22 April 2031 that the ferry leaked.", "2031-04-22", ""),
    Dated("The mayor said in March 2031 that the ferry leaked.", "2031-03", ""),
    Dated("The mayor said on 22 April 2031 it leaked. A day earlier the owner said it was sound.", "2031-04-21", ""),
    Dated("The mayor said on Thursday that the ferry had sunk.", "", "2031-05"),
    Dated("The mayor said the ferry had sunk.", "2031-05", "2031-05"),
]

MIXED = [
    Dated("Fire chief Dora Lunt said Thursday night that the blaze had spread to a third warehouse.", "2031-05-01"),
    Dated("The coach told the club's website on Wednesday evening that he would stay.", "2031-04-30"),
    Dated("“We had no warning,” farmer Ilse Brandt said Tuesday.", "2031-04-29"),
    Dated("The central bank announced Friday it was holding rates.", "2031-05-02"),
    Dated("In remarks on Thursday, the chancellor said the budget was balanced.", "2031-05-01"),
    Dated("In a televised speech late on Thursday, the chancellor said the budget was balanced.", "2031-05-01"),
    Dated("The defence ministry claimed on the morning of 1 May that its troops held the hill.", "2031-05-01"),
    Dated("Nurses said last Sunday that wards had been closed.", "2031-04-27"),
    Dated("The senator said in mid-April that he had never met the lobbyist.", "2031-04"),
    Dated("The senator said back in February that he had never met the lobbyist.", "2031-02"),
    Dated("The senator told a committee on Feb. 11 that he had never met the lobbyist.", "2031-02-11"),
    Dated("The senator told a committee on 11 November that he had never met the lobbyist.", "2030-11-11"),
    Dated("Two weeks ago, the airline said all its jets were sound.", "2031-04"),
    Dated("The airline said two days ago that all its jets were sound.", "2031-04-30"),
    Dated("The airline said in a statement last week that all its jets were sound.", "2031-04"),
    Dated("Six months ago the airline said all its jets were sound.", "2030-11"),
    Dated("The airline insisted as recently as March that all its jets were sound.", "2031-03"),
    Dated("Police confirmed this afternoon that a man had been arrested.", "2031-05-02"),
    Dated("Police confirmed on Friday morning that a man had been arrested.", "2031-05-02"),
    Dated("A spokesman said in an email on Thursday that no data had been lost.", "2031-05-01"),
    Dated("A spokesman told the Orle Gazette on Thursday that no data had been lost.", "2031-05-01"),
    Dated("The hospital said on Thursday in a statement that no data had been lost.", "2031-05-01"),
    Dated("The hospital denied on Twitter on Thursday that data had been lost.", "2031-05-01"),
    Dated("“No data was lost,” the hospital said in a statement issued on Thursday.", "2031-05-01"),
    Dated("The hospital, which was hacked on Monday, said no data had been lost.", "2031-05-02"),
    Dated("The hospital said hackers had entered its network on Monday.", "2031-05-02"),
    Dated("The hospital said hackers entered its network three weeks ago.", "2031-05-02"),
    Dated("Hackers entered the network last week, the hospital said on Thursday.", "2031-05-01"),
    Dated("On Monday hackers entered the network, the hospital said.", "2031-05-02"),
    Dated("The hospital said that since Monday no data had been lost.", "2031-05-02"),
    Dated("The hospital said it expected to be online by Monday.", "2031-05-02"),
    Dated("The hospital will reopen on 12 May, its director said on Wednesday.", "2031-04-30"),
    Dated("On Tuesday, a witness told the court that she saw the car on 3 March.", "2031-04-29"),
    Dated("A witness told the court that she saw the car on 3 March.", "2031-05-02"),
    Dated("In a 2019 interview, the singer said she had never smoked.", "2019"),
    Dated("In an interview published on Sunday, the singer said she had never smoked.", "2031-04-27"),
    Dated("In a video posted over the weekend, the singer said she had never smoked.", "2031-04"),
    Dated("The singer said in an interview last year that she had never smoked.", "2030"),
    Dated("In May 2029, the singer said she had never smoked.", "2029-05"),
    Dated(
        "The envoy said on Tuesday that talks had failed. The day before, he had said they were going well.",
        "2031-04-28",
    ),
    Dated(
        "The envoy said on Tuesday that talks had failed. Two days later he said they were going well.", "2031-05-01"
    ),
    Dated("Talks broke up on 3 March. The same day, the envoy said they had gone well.", "2031-03-03"),
    Dated("Talks broke up in March. The previous month, the envoy said they had gone well.", "2031-02"),
    Dated("Talks broke up on 3 March and resumed on 9 March. A day later the envoy said all was well.", ""),
    Dated(
        "The envoy said on Tuesday that talks had failed.\n\nA week earlier, he had said they were going well.",
        "2031-04",
    ),
    Dated("Two days before the vote, the envoy said talks had failed.", ""),
    Dated("The envoy said last summer that talks had failed.", ""),
    Dated("The envoy said several weeks ago that talks had failed.", ""),
    Dated("Speaking on Wednesday, the envoy said talks had failed.", "2031-04-30"),
    Dated("Speaking at a rally on Saturday, the envoy said talks had failed.", "2031-04-26"),
    Dated("According to a ministry statement on Wednesday, talks had failed.", "2031-04-30"),
    Dated("According to the ministry, talks failed on Wednesday.", "2031-05-02"),
    Dated("The ministry accused the rebels on Wednesday of shelling the bridge.", "2031-04-30"),
    Dated("On 28 April the ministry accused the rebels of shelling the bridge.", "2031-04-28"),
    Dated("The ministry accused the rebels of shelling the bridge on Monday.", "2031-05-02"),
    Dated("The rebels said on Thursday they had not shelled the bridge.", "2031-05-01"),
    Dated("10:42 The rebels said this morning that the bridge was intact.", "2031-05-02"),
    Dated("The rebels said on Dec. 31 that the bridge was intact.", "2030-12-31"),
]

SENTENCES = [*WIRE, *EVENT, *CHAINED, *STYLES, *UNDATED, *MIXED]
