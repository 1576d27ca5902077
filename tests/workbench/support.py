"""Claims put into a project by a claim file, as a user would."""

from __future__ import annotations

from factcheck.model import ClaimFilter
from factcheck.workbench import Workbench

STORY = """id,claim,speaker,date,outlet,url
p1,Government troops have beaten back the raid on Larkov.,Interior ministry,2021-06-01,Capital Times,https://example.org/1
p2,The raiders are still fighting inside Larkov.,Free Hill Brigade,2021-06-02,Border Post,https://example.org/2
p3,The raid on Larkov was repelled within hours.,State television,2021-06-01,Capital Times,https://example.org/3
p4,Two women were killed in Larkov by shelling from across the border.,Governor of Larkov,2021-06-02,Capital Times,https://example.org/4
p5,Government soldiers opened fire on the car in Larkov and killed the two women.,Free Hill Brigade,2021-06-02,Border Post,https://example.org/5
p6,The raid on Larkov was better prepared than the first one.,Free Hill Brigade,2021-06-02,Border Post,https://example.org/6
b1,The price of a loaf of bread in Dorn has risen to three crowns.,Bakers' guild,2021-06-01,Dorn Echo,https://example.org/7
b2,Bread in Dorn costs no more than it did last year.,Trade office,2021-06-01,Dorn Echo,https://example.org/8
b3,Bakers in Dorn sold fewer loaves of bread in May.,Bakers' guild,2021-06-01,Dorn Echo,https://example.org/9
z1,The museum of clocks has a new director.,Town hall,2021-06-01,Dorn Echo,https://example.org/10
"""


def load_story(bench: Workbench, text: str = STORY) -> dict[str, int]:
    """Import the story; gives external id → claim id."""
    bench.imports.run(text.encode(), "story.csv", "Ada")
    return bench.browse.external_ids()


def all_texts(bench: Workbench) -> list[str]:
    return [claim.claim_text for claim in bench.browse.claims(ClaimFilter())]
