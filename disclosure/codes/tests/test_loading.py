"""Loading a book of codes: a file above, what the database holds below; a faulty file leaves nothing behind."""

from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db.models import QuerySet

from disclosure.codes.edition import BadEdition
from disclosure.codes.loading import load_edition, load_packaged
from disclosure.codes.models import Code, CodeMapping, CodeName, EditionLoad
from disclosure.core.chart import NoEdition, edition_years, load_chart

pytestmark = pytest.mark.django_db

HEAD = "chart,code,name,budget,group,confidence,definition"
BOOK = (
    "functional,2101504,信息化建设,general,,seen,建设信息系统。",  # children may stand before their parents
    "functional,210,卫生健康支出,general,,seen,",
    "functional,21015,医疗保障管理事务,general,,seen,",
    "economic,301,工资福利支出,,personnel,seen,",
)


@pytest.fixture
def book(tmp_path: Path) -> Path:
    return write(tmp_path / "2027.csv", *BOOK)


def write(path: Path, *lines: str, head: str = HEAD) -> Path:
    path.write_text("\n".join([head, *lines]) + "\n", encoding="utf-8")
    return path


def load(path: Path) -> tuple[int, int, int]:
    loaded = load_edition(by="alice", path=path)
    return loaded.added, loaded.changed, loaded.removed


def codes() -> list[tuple[str, str]]:
    return list(Code.objects.filter(year=2027).values_list("code", "name"))


def years_of_tests() -> set[int]:
    """Of the years that the database holds, those that are not packaged."""
    return set(Code.objects.values_list("year", flat=True)) - set(edition_years())


def loads() -> QuerySet[EditionLoad]:
    """The loads of these tests; the packaged classification was loaded before."""
    return EditionLoad.objects.exclude(year__in=edition_years())


def test_a_book_is_loaded(book: Path) -> None:
    assert load(book) == (4, 0, 0)
    assert codes() == [("301", "工资福利支出"), ("210", "卫生健康支出"), ("21015", "医疗保障管理事务"), ("2101504", "信息化建设")]
    event = loads().get()
    assert (event.year, event.by, event.file, event.added, event.changed, event.removed) == (2027, "alice", "2027.csv", 4, 0, 0)


def test_loading_twice_changes_nothing(book: Path) -> None:
    load(book)
    assert load(book) == (0, 0, 0)
    assert loads().count() == 1


def test_a_new_version_changes_adds_and_removes(book: Path) -> None:
    load(book)
    write(book, "functional,210,卫生健康,general,,seen,", "functional,21001,管理,general,,known,", BOOK[3])
    assert load(book) == (1, 1, 2)
    assert codes() == [("301", "工资福利支出"), ("210", "卫生健康"), ("21001", "管理")]
    assert list(loads().values_list("added", "changed", "removed")) == [(4, 0, 0), (1, 1, 2)]


def test_a_given_year_overrides_the_name_of_the_file(book: Path) -> None:
    load_edition(by="alice", path=book, year=2028)
    assert years_of_tests() == {2028}


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("functional,20199,其他,general,,seen,", "第6行：款20199的类201不在本册"),
        ("functional,2101601,其他,general,,seen,", "第6行：项2101601的款21016不在本册"),
        ("economic,21016,其他,,,seen,", "第6行：款21016的类210不在本册"),
        ("functional,210,卫生,general,,seen,", "第6行：210与第3行重复"),
        ("functional,2101,卫生,general,,seen,", "第6行：“2101”不是支出功能分类科目的编码：应为3、5、7位数字"),
        ("economic,3010101,工资,,,seen,", "第6行：“3010101”不是部门预算支出经济分类科目的编码：应为3、5位数字"),
        ("functional,21A,卫生,general,,seen,", "第6行：“21A”不是支出功能分类科目的编码：应为3、5、7位数字"),
        ("functional,,卫生,general,,seen,", "第6行：“”不是支出功能分类科目的编码：应为3、5、7位数字"),
        ("functional,211,　,general,,seen,", "第6行：211没有名称"),
        ("fund,211,节能,general,,seen,", "第6行：没有名为“fund”的科目表；应为functional、economic、government、revenue之一"),
        ("functional,211,节能,general,,maybe,", "第6行：211的confidence“maybe”应为seen、known、unsure之一"),
        ("functional,211,节能,general,both,seen,", "第6行：211的group“both”应为personnel、public之一"),
    ],
)
def test_a_bad_line_is_refused_and_nothing_written(tmp_path: Path, line: str, fault: str) -> None:
    with pytest.raises(BadEdition) as refused:
        load(write(tmp_path / "2027.csv", *BOOK, line))
    assert refused.value.faults == (fault,)
    assert not years_of_tests() and not loads().exists()


def test_every_fault_is_told_but_only_twenty_printed(tmp_path: Path) -> None:
    lines = [f"functional,20{number},其他,general,,seen," for number in range(100, 130)]
    with pytest.raises(BadEdition, match="……共30处") as refused:
        load(write(tmp_path / "2027.csv", *lines))
    assert len(refused.value.faults) == 30


def test_files_that_are_no_book(tmp_path: Path) -> None:
    gbk = tmp_path / "2026.csv"
    gbk.write_bytes((HEAD + "\nfunctional,210,卫生健康支出,,,seen,\n").encode("gbk"))
    faults = {
        "文件中没有任何科目": write(tmp_path / "2027.csv"),
        "缺少列：budget、group、confidence、definition": write(tmp_path / "2028.csv", "functional,210,卫生", head="chart,code,name"),
        "文件不是UTF-8编码": gbk,
        "文件名“codes.csv”不是年份": write(tmp_path / "codes.csv", *BOOK),
    }
    for fault, path in faults.items():
        with pytest.raises(BadEdition, match=fault):
            load(path)


def test_a_book_without_a_whole_chart_is_refused(book: Path) -> None:
    load(book)
    with pytest.raises(BadEdition, match="本册缺少整张部门预算支出经济分类科目，而库中已有"):
        load(write(book, *BOOK[:3]))
    assert len(codes()) == 4


def test_a_year_without_a_packaged_book(book: Path) -> None:
    with pytest.raises(NoEdition, match="没有2021年的政府收支分类科目"):
        load_edition(by="alice", year=2021)
    with pytest.raises(TypeError, match="takes a year, a path or both"):
        load_edition(by="alice")


def test_everything_packaged_is_loaded_and_equals_the_charts() -> None:
    load_packaged(by="alice")
    for year in edition_years():
        stored = {(code.chart, code.code): code.name for code in Code.objects.filter(year=year)}
        assert stored == {key: code.name for key, code in load_chart(year).codes.items()}
    assert CodeName.objects.count() and CodeMapping.objects.count()
    assert all(loaded.changed_nothing for loaded in load_packaged(by="alice"))


def test_the_command_prints_what_changed(book: Path, capsys: pytest.CaptureFixture[str]) -> None:
    call_command("load_codes", book, by="bob")
    assert capsys.readouterr().out == "2027年：共4条，新增4，修改0，删除0\n"
    assert loads().get().by == "bob"


def test_the_command_without_a_file_loads_everything(capsys: pytest.CaptureFixture[str]) -> None:
    call_command("load_codes")
    titles = [line.split("：")[0] for line in capsys.readouterr().out.splitlines()]
    assert titles == ["2022年", "2023年", "2024年", "2025年", "2026年", "别名", "经济分类对应"]


def test_the_command_loads_all_files_or_none(book: Path, tmp_path: Path) -> None:
    bad = write(tmp_path / "2028.csv", "functional,2101,x,general,,seen,")
    with pytest.raises(CommandError, match="第2行：“2101”不是"):
        call_command("load_codes", book, bad)
    with pytest.raises(CommandError, match="No such file"):
        call_command("load_codes", tmp_path / "2029.csv")
    assert not years_of_tests()
