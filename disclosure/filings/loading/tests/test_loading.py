"""One workbook fills the ledgers of all its units and of their departments; what a clerk changed stays; nothing is half done."""

from decimal import Decimal

import pytest

from disclosure.core.words import Kind
from disclosure.filings.entry import rows as entry_rows
from disclosure.filings.entry.row_kinds import ROW_KINDS
from disclosure.filings.loading import working
from disclosure.filings.loading.tests.places import HEAD, export, filing, ledger, loaded, place, row, written
from disclosure.filings.models import Author, Line, LoadedLedger, LoadWord, Project
from disclosure.filings.tests.books import book
from disclosure.jobs.asking import ask_to_end
from disclosure.jobs.work import run
from disclosure.releases.tests.came_through import somebody, step

pytestmark = pytest.mark.django_db
BOTH = [row(), row("301002", "2101502", "30201", "设备更新", amount="2,000")]


@pytest.fixture
def by():
    return place()


def test_units_and_their_department_are_filled(by):
    load = loaded(by, export(BOTH))
    assert load.stage == "read" and not Line.objects.exists()
    job = written(load, by)
    first = ("301001", "2101501", "30101", "basic", "", "general", "1000.50")
    second = ("301002", "2101502", "30201", "project", "设备更新", "general", "2000.00")
    assert [ledger(filing(code)) for code in ("301001", "301002", "301")] == [[first], [second], [first, second]]
    assert job.message == "导入完成：写入3份。" and job.percent == 100


def test_the_loader_does_not_become_an_author(by):
    written(loaded(by, export(BOTH)), by)
    assert not Author.objects.exists()


def test_lines_with_the_same_codes_become_one(by):
    load = loaded(by, export([row(), row(amount=1)]))
    assert [each.total for each in LoadedLedger.objects.filter(load=load)] == [Decimal("1001.50")] * 2


def test_the_preview_tells_what_differs_from_the_approval(by):
    from disclosure.filings.approving import Figure, Letter, enter_approval

    letter = Letter("安财预〔2024〕1号", "2024-02-01", "安澜市财政局")
    enter_approval(agency_year=filing("301001").agency_year, kind="budget", letter=letter, figures=[Figure(Decimal(1000))], by=None)
    rows = {each["code"]: each for each in loaded(by, export(BOTH)).preview["rows"]}
    assert rows["301001"]["differences"] == ["支出合计：批复1,000.00元，填报1,000.50元，多0.50元"]
    assert rows["301002"]["differences"] == [] and rows["301002"]["approval"] == ""


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        ([row("309001")], "工作表“明细”第4行：单位编码是309001；2024年的名录里没有这个编码：先更新名录，或改编码"),
        ([row("301")], "工作表“明细”第4行：写的是部门301；这个部门有单位，每一行写到单位：301001、301002"),
        ([row(function="2109998")], "工作表“明细”第4行：2024年支出功能分类科目中没有2109998；请改用2024年科目中的编码"),
        ([row(project="长" * 101)], "工作表“明细”第4行：是“" + "长" * 56 + "…；应至多100个字（项目名称）"),
        ([row(amount="x")], "工作表“明细”第4行“金额”（G4）：是“x”；填数字，按元，精确到分"),
    ],
)
def test_what_is_wrong_is_told_and_nothing_is_kept(by, rows, told):
    load = loaded(by, export([row("301002"), *rows][::-1]))
    assert (load.stage, load.problems) == ("refused", [told])
    assert not LoadedLedger.objects.exists() and not Line.objects.exists()


def test_a_file_that_is_no_workbook_is_told(by):
    load = loaded(by, b"%PDF-1.4")
    assert (load.stage, load.problems) == ("refused", ["整份文件：是PDF文件，不是xlsx文件；请交填报包的xlsx文件"])


def test_words_are_asked_once_and_remembered_for_the_bureau(by):
    body = export([row(source="财政补助")], head=[*HEAD[:6], "下达数"])
    load = loaded(by, body)
    assert load.stage == "unsure" and [each["word"] for each in load.questions] == ["下达数"]
    run(working.remember(load=load, answers={("heading", "下达数"): "amount"}, by=by).pk)
    load.refresh_from_db()
    assert [each["word"] for each in load.questions] == ["财政补助"]
    run(working.remember(load=load, answers={("source", "财政补助"): "general"}, by=by).pk)
    assert LoadWord.objects.count() == 2 and loaded(by, body).stage == "read"


def test_a_second_load_replaces_the_first_but_not_a_clerks_changes(by):
    written(loaded(by, export(BOTH)), by)
    one = filing("301002")
    line = Line.objects.get(filing=one)
    kind = ROW_KINDS["lines"]
    was = entry_rows.values_of(kind, line, "budget")
    entry_rows.change(filing=one, kind=kind, pk=line.pk, version=1, was=was, values=was | {"amount": "5"}, by=somebody(one, "clerk"))
    load = loaded(by, export([row(amount=7), BOTH[1]]))
    assert {each["code"]: each["fate"] for each in load.preview["rows"]} == {"301": "write", "301001": "write", "301002": "changed"}
    written(load, by)
    assert ledger(filing("301001"))[0][-1] == "7.00" and ledger(one)[0][-1] == "5.00"
    written(loaded(by, export([row(amount=7), BOTH[1]])), by, over=[one.pk])
    assert ledger(one)[0][-1] == "2000.00"


def test_a_load_of_one_unit_leaves_the_others_of_its_department_alone(by):
    written(loaded(by, export(BOTH)), by)
    load = loaded(by, export([row(amount=7)]))
    assert {each["code"]: each["fate"] for each in load.preview["rows"]} == {"301": "write", "301001": "write"}
    written(load, by)
    assert [each[0::6] for each in ledger(filing("301"))] == [("301002", "2000.00"), ("301001", "7.00")]
    assert loaded(by, export([row(amount=8), BOTH[1]])).preview["rows"][0]["fate"] == "write"  # nobody changed it by hand


def test_what_was_written_about_a_project_stays(by):
    written(loaded(by, export(BOTH)), by)
    Project.objects.filter(filing=filing("301002")).update(overview="更新老旧设备。")
    more = row("301002", "2101502", "30202", "网络租用", amount=3)
    written(loaded(by, export([row(), more])), by)
    kept = list(Project.objects.filter(filing=filing("301002")).values_list("key", "name", "overview"))
    assert kept == [("p1", "设备更新", "更新老旧设备。"), ("p2", "网络租用", "")]
    assert [each.name for each in Project.objects.filter(filing=filing("301"))] == ["网络租用"]


def test_a_filing_that_was_submitted_is_not_touched(by):
    load = loaded(by, export(BOTH))
    step(filing("301001"), "start", "preparing", "clerk")
    step(filing("301001"), "submit", "submitted", "clerk")
    assert written(load, by).message == "导入完成：写入2份，已上报，不写入1份。"
    assert ledger(filing("301001")) == [] and ledger(filing("301002")) != []


def test_a_load_that_was_cancelled_is_finished_by_asking_again(by, monkeypatch):
    load = loaded(by, export(BOTH))
    monkeypatch.setattr(working, "EVERY", 1)
    real = working.write_ledger

    def write_one_and_cancel(**said):
        ask_to_end(job=job)
        return real(**said)

    job = working.ask_to_write(load=load, over=[], by=by)
    monkeypatch.setattr(working, "write_ledger", write_one_and_cancel)
    run(job.pk)
    assert job.__class__.objects.get(pk=job.pk).status == "cancelled" and Line.objects.count() in (1, 2)
    monkeypatch.setattr(working, "write_ledger", real)
    assert written(load, by).message == "导入完成：已经一样1份，写入2份。"


def test_the_same_file_twice_changes_nothing(by):
    written(loaded(by, export(BOTH)), by)
    before = list(Line.objects.values_list("pk", flat=True))
    assert written(loaded(by, export(BOTH)), by).message == "导入完成：已经一样3份。"
    assert list(Line.objects.values_list("pk", flat=True)) == before


def test_a_final_account_is_loaded_from_its_detail_tables():
    by = place(kind=Kind.FINAL)
    head = ("单位编码", "功能科目", "30101", "30201")
    income = [("单位编码", "功能科目", "资金性质", "金额"), ("301001", "2101501", "一般公共预算", 30)]
    body = book({"收入决算明细表": income, "基本支出决算明细表": [head, ("301001", "2101501", 10, 20)]})
    written(loaded(by, body, kind="final"), by)
    rows = Line.objects.filter(filing=filing("301001", "final")).order_by("pk")
    assert [(each.flow, each.economic, str(each.amount), each.stage) for each in rows] == [
        ("income", "", "30.00", "outturn"), ("spending", "30101", "10.00", "outturn"), ("spending", "30201", "20.00", "outturn"),
    ]  # fmt: skip
