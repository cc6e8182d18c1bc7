"""C02–C06, C09 and C10: the tables and sections that every document must have, down to the codes that the law asks for."""

import re
from collections.abc import Iterator

from disclosure.checks.places import FOUR, compared_name, expenditure
from disclosure.checks.rule import Asked, Case, Example, Found, Rule
from disclosure.checks.tie_words import row_title
from disclosure.core import law
from disclosure.core.facts import Address
from disclosure.core.passages import TEXT

BY_FUNCTION = ("YS02", "YS03", "YS05", "YS08", "YS09", "JS02", "JS03", "JS05", "JS07", "JS08")
IS_EMPTY = re.compile("(?<![若如])本表(?:为空|无数据)")
SAYS_EMPTY = re.compile("空|零|无|没有|不涉及|未")


def missing_tables(case: Case) -> Iterator[Found]:
    """A table of the template that the document does not have."""
    for code, table in case.tables.items():
        if table.absent == "missing":
            yield Found(f"缺《{table.declared.title}》；没有数据的表也要列出空表并说明", Address(code, "", ""))


def pictured_tables(case: Case) -> Iterator[Found]:
    """A table that is there as a picture: nobody can check it, search it or have it read aloud."""
    for code, table in case.tables.items():
        if table.absent == "picture":
            yield Found(f"《{table.declared.title}》是图片，没有转录，无法核对；公开成真正的表格", Address(code, "", ""))


def missing_sections(case: Case) -> Iterator[Found]:
    """A section of the text that the document does not have."""
    for place, asked in case.sections.items():
        if not is_there(case, place, asked):
            yield Found(f"缺“{asked.title.replace('{word}', case.facts.scope.label)}”的内容", Address(TEXT, place, ""))


def is_there(case: Case, place: str, asked: Asked) -> bool:
    """The agency's own text was written; a sentence of the section is quoted, or is computed here; projects only where there are any."""
    if asked.is_optional or (asked.own and getattr(case.facts, asked.own)):
        return True
    if case.facts.transcript is None and asked.own:
        return False
    if case.facts.transcript is None or (asked.of_projects and not owes_projects(case)):
        return True
    return any(each.section == place or each.section.startswith(f"{place}/") for each in case.facts.transcript.quotations)


def owes_projects(case: Case) -> bool:
    """Whether a section about projects lacks what it is for: there is project money, and of a final account no form of an evaluation."""
    has_forms = case.has("JS11") and (case.tables["JS11"].rows or (case.facts.transcript and "JS11" in case.facts.transcript.pictures))
    return bool(case.figure(Address(expenditure(case), "total", "project")) and not has_forms)


def not_down_to_items(case: Case) -> Iterator[Found]:
    """A total without classes, a class without groups, a group without items."""
    for code in BY_FUNCTION:
        yield from without_children(case, code, "total", ("total", "class", "group"), "支出要公开到项级科目")


def not_down_to_groups(case: Case) -> Iterator[Found]:
    """A class of basic spending without its 款."""
    for code, column in (("YS06", "total"), ("JS06", "amount")):
        yield from without_children(case, code, column, ("total", "class"), "基本支出要公开到经济分类款级科目")


def without_children(case: Case, code: str, column: str, levels: tuple[str, ...], wanted: str) -> Iterator[Found]:
    """Rows with money of these levels and no row with a figure below them, in a table that is there."""
    if not case.has(code) or not case.tables[code].complete:
        return
    below, table = case.below(code), case.tables[code]
    for key, row in table.rows.items():
        is_parent = row.level in levels and (key == "total" or key.isdigit())
        is_split = is_parent and any(not table.rows[child].is_empty for child in below.get("" if key == "total" else key, ()))
        if is_parent and not is_split and case.read(code, key, column):
            address = Address(code, key, column)
            yield Found(f"《{table.declared.title}》“{row_title(case, address)}”下面没有再分；{wanted}", address)


def notes_of_empty_tables(case: Case) -> Iterator[Found]:
    """An empty table without a note; a note that a table is empty below one that is not."""
    for code, table in case.tables.items():
        if not table.declared.printed or table.absent:
            continue
        title, place = table.declared.title, Address(code, "", "")
        if table.is_empty and not any(SAYS_EMPTY.search(note) for note in table.notes):
            yield Found(f"《{title}》是空表，没有说明；在表下注明没有此项内容", place)
        if not table.is_empty and any(IS_EMPTY.search(note) for note in table.notes):
            yield Found(f"《{title}》有数，表下却注明本表为空；删去这条注", place)


def three_public_in_four(case: Case) -> Iterator[Found]:
    """A 三公 item that neither the table nor the text gives."""
    table = "YS07" if case.has("YS07") else "JS09"
    for item in FOUR if case.tables[table].absent else ():
        address = Address("YX08", "total", item) if case.has("YX08") else Address("JS09", item, "outturn")
        if case.figure(address) is None:
            name = compared_name(case, Address(case.changes, ".".join(address), ""))
            yield Found(f"“三公”经费没有单独列出{name.removeprefix('“三公”经费中的')}", address)


THREE_LEVELS = Example({f"YS03/{row}/total": "30.00" for row in ("total", "201", "20126", "2012604")})
WHOLE_TEXT = {
    "1/二": "2024年共有预算单位1个。", "3/一/（一）": "收入预算总额为30万元。", "3/一/（二）": "支出预算总额为30万元。",
    "3/一/（三）": "财政拨款支出预算总额为30万元。",
    "3/一/（四）": "本部门没有使用政府性基金预算拨款安排的支出。", "3/一/（五）": "本部门没有使用国有资本经营预算拨款安排的支出。",
    "3/一/（六）": "机关运行费预算2万元。", "3/一/（七）": "政府采购总额0万元。", "3/一/（八）": "共有车辆0辆。", "3/二": "“三公”经费财政拨款安排0万元。",
}  # fmt: skip
RULES = (
    Rule(
        "C02", "error", "模板的每张表都有，没有数据的列出空表", law.PROCEDURE_2016, missing_tables,
        Example({"YS02/total/total": "30.00"}), Example(missing=("YS02",)),
    ),
    Rule(
        "C03", "error", "概况和情况说明的每个部分都有内容", law.PROCEDURE_2016, missing_sections,
        Example(sentences=WHOLE_TEXT, texts={"duties": "负责全市档案的收集、保管和利用。"}), Example(sentences={"3/一/（七）": ""}),
    ),
    Rule("C04", "error", "收入和支出按功能分类公开到项", law.REGULATION_6, not_down_to_items, THREE_LEVELS, Example({"YS03/2012604/total": ""})),
    Rule(
        "C05", "error", "基本支出按经济分类公开到款", law.REGULATION_6, not_down_to_groups,
        Example({f"YS06/{row}/total": "30.00" for row in ("total", "301", "30101")}), Example({"YS06/30101/total": ""}),
    ),
    Rule(
        "C06", "error", "空表有说明，有数的表不写为空", law.PROCEDURE_2016, notes_of_empty_tables,
        Example({f"{code}/total/total": "30.00" for code in ("YS02", "YS03", "YS05", "YS06")} | {
            "YS01/income_total/income": "30.00", "YS04/income_total/income": "30.00", "YS10/income_total/amount": "30.00", "YS11/p1/total": "1.00",
        }),
        Example(without_notes=("YS08",)),
    ),
    Rule(
        "C09", "error", "“三公”经费分四项列出，公务用车购置与运行维护分开", law.PROCEDURE_2016, three_public_in_four,
        Example({f"YX08/total/{column}": "0" for column in FOUR}, missing=("YS07",)), Example({"YX08/total/car_purchase": ""}),
    ),
    Rule(
        "C10", "warning", "表格是能选取、能检索的文字，不是图片", law.ACCESSIBILITY_2023, pictured_tables,
        Example({"YS02/total/total": "30.00"}), Example(pictures=("YS02",)),
    ),
)  # fmt: skip
