"""B32 against the documents that units have published: facts of both above, finding below."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest
from django.utils import timezone

from bench.filings import department_of
from bench.transcripts import transcribed
from disclosure.checks.tests.planting import in_table
from disclosure.core.facts import Agency, Facts, Line, Member
from disclosure.core.words import Scope
from disclosure.filings.saving import save_facts
from disclosure.packs.jiangxi.tests.documents import document_of
from disclosure.packs.registry import template_for
from disclosure.releases.assemble import Around, assemble
from disclosure.releases.releasing import Made, NotReleasable, store
from disclosure.releases.tests.came_through import come_through, make_ready
from disclosure.releases.tests.released import release_filing
from disclosure.releases.units import unit_document, unit_documents

DEPARTMENT = department_of(40)


def unit_of(code: str, lines: tuple[Line, ...] | None = None) -> Facts:
    """The document of one unit: its lines of the department's."""
    member = next(unit for unit in DEPARTMENT.agency.units if unit.code == code)
    own = tuple(line for line in DEPARTMENT.lines if line.unit == code) if lines is None else lines
    agency = Agency(code, member.name, "369900", "江西省安澜市", Member("399", DEPARTMENT.agency.name), (member,))
    used = {line.project for line in own}
    projects = tuple(each for each in DEPARTMENT.projects if each.key in used)
    return replace(DEPARTMENT, agency=agency, scope=Scope.UNIT, lines=own, goal=None, projects=projects)


def found(*units: Facts, department: Facts = DEPARTMENT) -> list[tuple[str, str]]:
    """Level and message of what B32 says."""
    documents = tuple(unit_document(unit.agency.code, document_of(unit)) for unit in units)
    template = template_for("jiangxi", department.kind, department.scope, department.year)
    return [
        (each["level"], each["message"])
        for each in assemble(department, template, around=Around(documents))["findings"]
        if each["rule"] == "B32"
    ]


def without_passing_on(facts: Facts) -> Facts:
    """The same without money that one unit may have from another."""
    return replace(facts, lines=tuple(line for line in facts.lines if line.source not in ("superior_subsidy", "subordinate_remittance")))


def in_hundreds(facts: Facts) -> Facts:
    """The same in amounts that print without rounding."""
    return replace(facts, lines=tuple(replace(line, amount=round(line.amount * 10_000, -2)) for line in facts.lines))


def add(text: str, more: str) -> str:
    """A printed figure that is more."""
    return f"{Decimal(text.replace(',', '')) + Decimal(more):,.2f}"


def test_a_department_that_is_the_sum_of_its_units_passes() -> None:
    units = [without_passing_on(unit_of(code)) for code in ("399001", "399002")]
    assert found(*units, department=without_passing_on(DEPARTMENT)) == []


def test_money_passed_on_inside_leaves_the_whole_unchecked() -> None:
    ((level, message),) = found(unit_of("399001"), unit_of("399002"))
    assert level == "not checked" and message.startswith("单位之间有内部往来，支出总表没有抵销记录")


def test_a_unit_without_a_document_leaves_it_unchecked() -> None:
    ((level, message),) = found(unit_of("399001"))
    assert level == "not checked" and message.startswith("所属单位399002没有已公开的文件，没有核对")


def test_a_unit_that_says_otherwise_is_found_in_exact_yuan() -> None:
    units = [without_passing_on(unit_of(code)) for code in ("399001", "399002")]
    at = next(number for number, line in enumerate(units[0].lines) if line.source == "general" and line.vintage == "this_year")
    lines = tuple(replace(line, amount=line.amount + 7) if number == at else line for number, line in enumerate(units[0].lines))
    said = found(replace(units[0], lines=lines), units[1], department=without_passing_on(DEPARTMENT))
    assert {level for level, _ in said} == {"error"}
    assert all("所属2个单位之和" in message and message.endswith("相差7.00元") for _, message in said)


def test_a_printed_department_may_differ_by_rounding() -> None:
    department = in_hundreds(without_passing_on(DEPARTMENT))
    units = [in_hundreds(without_passing_on(unit_of(code))) for code in ("399001", "399002")]
    printed = transcribed(department, document_of(department))
    assert found(*units, department=printed) == []
    more = in_table(
        "YS05", lambda rows: (replace(rows[0], cells={**rows[0].cells, "total": add(rows[0].cells["total"], "0.01")}), *rows[1:])
    )
    assert found(*units, department=more(printed)) == []
    most = in_table(
        "YS05", lambda rows: (replace(rows[0], cells={**rows[0].cells, "total": add(rows[0].cells["total"], "0.02")}), *rows[1:])
    )
    assert [level for level, _ in found(*units, department=most(printed))] == ["error"]


def test_a_unit_whose_table_is_a_picture_leaves_that_table_unchecked() -> None:
    department = without_passing_on(DEPARTMENT)
    first, second = (without_passing_on(unit_of(code)) for code in ("399001", "399002"))
    printed = transcribed(second, document_of(second))
    tables = tuple(each for each in printed.transcript.tables if each.statement != "YS05")
    pictured = replace(printed, transcript=replace(printed.transcript, tables=tables, pictures=frozenset({"YS05"})))
    ((level, message),) = found(first, pictured, department=department)
    assert level == "not checked" and message.startswith("所属单位的文件没有《一般公共预算支出表》")


@pytest.mark.django_db
def test_a_department_that_is_not_the_sum_of_its_units_is_not_released() -> None:
    for code in ("399001", "399002"):
        facts = without_passing_on(unit_of(code))
        keep(facts, datetime(2024, 3, 1, tzinfo=UTC))
    department = without_passing_on(DEPARTMENT)
    more = replace(department, lines=(replace(department.lines[1], amount=department.lines[1].amount + 7), *department.lines[2:]))
    with pytest.raises(NotReleasable, match="B32"):
        release_filing(filing=save_facts(entered=more), publish_at=timezone.now())


def keep(facts: Facts, at: datetime) -> None:
    """A release of these facts with nothing in its files."""
    filing, document = save_facts(entered=facts), document_of(facts)
    make_ready(filing)
    come_through(store(filing=filing, made=Made(document, {"disclosure.json": b"{}"}, 0, 1, at, ""), by="发布人"))


@pytest.mark.django_db
def test_the_documents_in_force_of_the_year_are_read() -> None:
    for code, at in (("399001", datetime(2024, 3, 1, tzinfo=UTC)), ("399002", timezone.now() + timedelta(days=1))):
        keep(unit_of(code), at)
    assert [each.code for each in unit_documents(DEPARTMENT)] == ["399001"]
    assert unit_documents(unit_of("399001")) == ()
