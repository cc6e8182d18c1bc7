"""N01–N03: each with a filing that passes and one that fails."""

from decimal import Decimal

from disclosure.core.facts import Address, Facts, Prior
from disclosure.core.tests.ledgers import facts, line
from disclosure.packs.jiangxi.tests.documents import document_of

RECEPTION, OPERATING = Address("YX08", "total", "reception"), Address("YX03", "operating", "amount")
WHOLE = Address("YX08", "total", "total")
LAST = {RECEPTION: Decimal(83600), WHOLE: Decimal(83600), OPERATING: Decimal(100000)}
SPENT = (line("83000", economic="30217"), line("17000"))


def found(filed: Facts) -> list[tuple[str, str]]:
    """Rule and level of each finding."""
    return [(finding["rule"], finding["level"]) for finding in document_of(filed)["findings"]]


def test_explained_changes_pass() -> None:
    reasons = {RECEPTION: "按要求压减", OPERATING: "按要求压减"}
    assert found(facts(*SPENT, prior=Prior(LAST, complete=True), reasons=reasons)) == []


def test_a_change_of_three_public_without_a_reason_is_an_error() -> None:
    filed = facts(*SPENT, prior=Prior(LAST, complete=True), reasons={OPERATING: "按要求压减"})
    assert found(filed) == [("N02", "error")]
    finding = document_of(filed)["findings"][0]
    assert finding["message"] == "“三公”经费中的公务接待费本年8.30万元，上年8.36万元，减少0.06万元，没有写增减原因；请在增减原因中补充"
    assert (finding["statement"], finding["row"], finding["column"]) == RECEPTION


def test_no_change_needs_no_reason() -> None:
    last = {RECEPTION: Decimal(83000), WHOLE: Decimal(83000), OPERATING: Decimal(100000)}
    assert found(facts(*SPENT, prior=Prior(last, complete=True))) == []


def test_a_change_of_operating_expenses_without_a_reason_is_a_warning() -> None:
    last = {RECEPTION: Decimal(83000), WHOLE: Decimal(83000), OPERATING: Decimal(200000)}
    assert found(facts(*SPENT, prior=Prior(last, complete=True))) == [("N03", "warning")]


def test_an_unknown_figure_of_last_year_is_an_error() -> None:
    filed = facts(line("17000", economic="30101"))
    unknown = found(type(filed)(**{name: getattr(filed, name) for name in filed.__slots__} | {"prior": Prior()}))
    assert unknown and set(unknown) == {("N01", "error")}
    assert found(filed) == []
