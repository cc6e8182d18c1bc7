"""docs/extending.md is true: its table and its sentence work as written there."""

from dataclasses import replace
from pathlib import Path

from disclosure.core.pick import Pick
from disclosure.core.tests.ledgers import facts, line
from disclosure.core.words import FISCAL
from disclosure.narrative.words import Paragraph, Section
from disclosure.packs.jiangxi import budget_tables, scopes
from disclosure.packs.jiangxi.budget import budget_template
from disclosure.packs.jiangxi.layouts import UNIT
from disclosure.packs.jiangxi.tests.documents import cells, section
from disclosure.releases.assemble import assemble

PAGE = Path(__file__).resolve().parents[4] / "docs" / "extending.md"


def examples() -> list[str]:
    """The blocks of code of the page."""
    return [block.split("```")[0] for block in PAGE.read_text(encoding="utf-8").split("```python\n")[1:]]


def test_the_table_and_the_sentence_of_the_page() -> None:
    names = vars(budget_tables) | {"Pick": Pick, "scopes": scopes, "FISCAL": FISCAL}
    exec(examples()[0], names)
    template = budget_template(UNIT.scope, 2024)
    parts = list(template.parts)
    parts[2] = replace(parts[2], sections=(Section("（十）", "会议和培训", (eval(examples()[1], {"Paragraph": Paragraph}),)),))
    added = (*template.statements, names["meetings_and_training"](UNIT, 2024))
    filed = facts(line("10000", economic="30215"), line("20000", economic="30216"))
    document = assemble(filed, replace(template, statements=added, parts=tuple(parts)))
    assert cells(document, "YS12")["total"] == {"total": "3.00", "meetings": "1.00", "training": "2.00"}
    assert section(document, "（十）") == ["会议费1万元，培训费2万元。"]
