"""The chain of years: what is released above, what a filing takes from it below."""

from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal

import pytest
from django.core.management import CommandError, call_command

from agencies.models import Agency, AgencyYear, Succession
from disclosure.core.facts import Address, Crossing, Facts, Prior
from disclosure.core.tests.ledgers import facts, line
from disclosure.core.words import Flow
from disclosure.filings.models import Filing
from disclosure.filings.reading import read_facts
from disclosure.filings.saving import save_facts
from disclosure.packs.jiangxi.tests.documents import document_of
from disclosure.packs.jiangxi.tests.finals import final, flowed, received, spent
from disclosure.packs.registry import template_for
from disclosure.releases.around import around
from disclosure.releases.assemble import assemble
from disclosure.releases.chain import befores, feed, notices, take_figures
from disclosure.releases.models import Basis, Release
from disclosure.releases.releasing import Made, store
from disclosure.releases.tests.came_through import come_through, make_ready, reopen

AT = datetime(2024, 2, 8, 1, tzinfo=UTC)
THIS_YEAR = Address("JS01", "expenditure_this_year", "expenditure")
LAST = (received("50000"), spent("38000"), spent("2000", function="2013808"), flowed(Flow.CLOSING_BALANCE, "10000"))


pytestmark = pytest.mark.django_db


def publish(said: Facts) -> Release:
    """A released document, next in its versions."""
    filing = save_facts(entered=said)
    version = Release.objects.filter(agency_code=said.agency.code, year=said.year, kind=said.kind).count() + 1
    document = document_of(said)
    make_ready(filing)
    stored = store(filing=filing, made=Made(document, {"disclosure.json": b"{}"}, 0, version, AT, ""), by="x")
    come_through(stored)
    return stored


def last_year(*lines: object, **given: object) -> Facts:
    """The final account of 2023."""
    return replace(final(*(lines or LAST), **given), year=2023)


def begun(*lines: object, **given: object) -> Filing:
    """A final account of 2024 that has nothing of other documents yet."""
    return save_facts(entered=replace(final(*lines, **given), prior=Prior()))


def test_a_filing_is_fed_from_what_is_in_force() -> None:
    publish(last_year())
    publish(facts(line("60000"), line("9000", economic="30217")))
    filing = begun(received("1000"))
    assert {str(each) for each in feed(filing=filing, by="填报人")} == {
        "安澜市档案馆2023年度单位决算 第1版",
        "安澜市档案馆2024年单位预算 第1版",
    }
    read = read_facts(filing.pk)
    assert read.prior.figures[THIS_YEAR] == Decimal(40000) and read.prior.complete
    assert read.budget.figures[Address("YS04", "201", "total")] == Decimal(69000)
    assert read.budget.figures[Address("YX08", "total", "reception")] == Decimal(9000)
    assert all(address.statement != "YS06" for address in read.budget.figures)


def test_it_begins_as_last_year_closed() -> None:
    publish(last_year())
    filing = begun(received("1000"))
    feed(filing=filing, by="填报人")
    opened = [each for each in read_facts(filing.pk).lines if each.flow == Flow.OPENING_BALANCE]
    assert opened == [replace(LAST[-1], flow=Flow.OPENING_BALANCE)]


def test_a_ledger_that_moved_on_opens_nothing() -> None:
    reopen(publish(last_year()).filing)
    save_facts(entered=last_year(received("50000"), spent("45000"), flowed(Flow.CLOSING_BALANCE, "5000")))
    filing = begun(received("1000"))
    feed(filing=filing, by="填报人")
    assert not [each for each in read_facts(filing.pk).lines if each.flow == Flow.OPENING_BALANCE]


def test_what_was_typed_stays_until_figures_are_taken() -> None:
    publish(last_year())
    filing = save_facts(entered=final(received("1000"), prior=Prior({THIS_YEAR: Decimal(7)})))
    assert feed(filing=filing, by="填报人") == []
    assert read_facts(filing.pk).prior.figures == {THIS_YEAR: Decimal(7)}
    take_figures(filing=filing, by="填报人")
    assert read_facts(filing.pk).prior.figures[THIS_YEAR] == Decimal(40000)


def test_nothing_is_taken_where_nothing_is_released() -> None:
    filing = begun(received("1000"))
    assert feed(filing=filing, by="填报人") == [] and take_figures(filing=filing, by="填报人") == []
    assert befores(read_facts(filing.pk)) == {} and notices(filing) == []


def test_a_correction_is_told_and_may_be_taken() -> None:
    first = publish(last_year())
    filing = begun(received("1000"))
    feed(filing=filing, by="填报人")
    reopen(first.filing)
    publish(last_year(received("50000"), spent("41000"), flowed(Flow.CLOSING_BALANCE, "9000")))
    assert [str(each) for each in notices(filing)] == [
        "上年数取自安澜市档案馆2023年度单位决算 第1版，它已更正为第2版；可以改用新的数（重新取数）"
    ]
    take_figures(filing=filing, by="填报人")
    assert notices(filing) == [] and read_facts(filing.pk).prior.figures[THIS_YEAR] == Decimal(41000)


def test_a_withdrawal_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    publish(last_year())
    filing = begun(received("1000"))
    feed(filing=filing, by="填报人")
    monkeypatch.setattr("disclosure.releases.chain.in_force", lambda facts, year, kind: iter(()))
    assert "它已撤回" in str(notices(filing)[0])


def test_codes_that_changed_go_through_the_crosswalk() -> None:
    publish(last_year())
    filing = begun(received("1000"), crosswalk=(Crossing("function", "2013808", "2080109"),))
    feed(filing=filing, by="填报人")
    figures = read_facts(filing.pk).prior.figures
    assert [figures.get(Address("JS03", code, "total")) for code in ("20138", "20801", "2080109")] == [None, Decimal(2000), Decimal(2000)]
    assert figures[Address("JS01", "208", "expenditure")] == Decimal(2000)


def publish_two() -> None:
    """Last year of 399001 and of 398001."""
    for code in ("399001", "398001"):
        member = replace(final().agency.units[0], code=code)
        moved = tuple(replace(each, unit=code) for each in LAST)
        publish(replace(last_year(*moved), agency=replace(final().agency, code=code, units=(member,), parent=None)))


def fed(filing: Filing) -> Decimal | None:
    feed(filing=filing, by="填报人")
    return read_facts(filing.pk).prior.figures.get(THIS_YEAR)


def test_agencies_that_became_one_are_added_up() -> None:
    publish_two()
    assert fed(begun(received("1000"), crosswalk=(Crossing("agency", "398001", "399001"),))) == Decimal(80000)


def test_what_merged_by_the_register_needs_no_crosswalk() -> None:
    publish_two()
    filing = begun(received("1000"))
    old = AgencyYear.objects.get(code="398001").agency
    into = filing.agency_year.agency
    Succession.objects.create(from_agency=old, to_agency=into, region=old.region, kind="merge", on="2024-01-01", why="文号")
    assert fed(filing) == Decimal(80000)


def test_a_code_that_another_agency_had_last_year_is_not_taken() -> None:
    publish(last_year())
    filing = begun(received("1000"))
    other = Agency.objects.create(region=filing.agency_year.region)
    AgencyYear.objects.filter(code=filing.agency_year.code, year=2023).update(agency=other)
    assert fed(filing) is None


def test_a_budget_is_fed_from_last_years_budget() -> None:
    publish(facts(line("60000"), year=2023))
    filing = save_facts(entered=facts(line("50000"), prior=Prior()))
    feed(filing=filing, by="填报人")
    assert read_facts(filing.pk).prior.figures[Address("YS03", "total", "basic")] == Decimal(60000)
    assert list(Basis.objects.values_list("role", flat=True)) == ["last_year"]


def found(filing: Filing, *rules: str) -> list[tuple[str, str]]:
    """What some rules say of a filing beside what is in force."""
    said = read_facts(filing.pk)
    template = template_for("jiangxi", said.kind, said.scope, said.year)
    findings = assemble(said, template, around=around(filing, said))["findings"]
    return [(each["rule"], each["message"]) for each in findings if each["rule"] in rules]


def test_a_typed_figure_that_was_released_otherwise_is_an_error() -> None:
    publish(last_year())
    publish(facts(line("60000")))
    typed = {"prior": Prior({THIS_YEAR: Decimal(40100)}), "budget": Prior({Address("YS04", "201", "total"): Decimal(60000)})}
    ((rule, message),) = found(save_facts(entered=final(flowed(Flow.OPENING_BALANCE, "10000"), **typed)), "F19", "F20")
    assert rule == "F19" and "40,100.00元" in message and "40,000.00元，相差100.00元；可以改用公开文件的数" in message


def test_an_opening_balance_that_last_year_did_not_leave_is_an_error() -> None:
    publish(last_year())
    places = {message.partition("为")[0] for _, message in found(begun(flowed(Flow.OPENING_BALANCE, "9000")), "F19")}
    assert "《收入支出决算总表》“年初结转和结余”" in places and len(places) == 3


def test_figures_that_were_taken_agree_until_the_release_is_corrected() -> None:
    publish(last_year())
    budget = publish(facts(line("60000")))
    filing = begun(received("1000"))
    feed(filing=filing, by="填报人")
    assert found(filing, "F19", "F20", "N20") == []
    reopen(budget.filing)
    publish(facts(line("61000")))
    rules = [rule for rule, _ in found(filing, "F19", "F20", "N20")]
    assert set(rules) == {"F20", "N20"}


def test_the_command_tells_and_takes(capsys: pytest.CaptureFixture[str]) -> None:
    publish(last_year())
    begun(received("1000"))
    call_command("carry", "369900", "399001", "2024", "final", "--take", "--by", "填报人")
    said = capsys.readouterr().out
    assert "上年数：《安澜市档案馆2023年度单位决算》第1版" in said and "已取数：安澜市档案馆2023年度单位决算 第1版" in said
    with pytest.raises(CommandError, match="没有369900/399009 2024年决算的填报"):
        call_command("carry", "369900", "399009", "2024", "final")
