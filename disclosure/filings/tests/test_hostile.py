"""Workbooks made to kill the parser, and files that are no workbooks: each is refused in words, soon, and the asking process lives on."""

import io
import random
import resource
import signal
import subprocess
import sys
import time
import zipfile
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from disclosure.filings import workbook_cells
from disclosure.filings.package_file import package_of_workbook
from disclosure.filings.problems import PackageRefused
from disclosure.filings.tests.books import book, raw, zipped
from disclosure.filings.tests.packages import sample
from disclosure.filings.tests.transcripts import transcribed
from disclosure.filings.workbook import read_workbook
from disclosure.filings.workbook_limits import MOST_BYTES, OLE
from disclosure.filings.workbook_writing import write_workbook

SAVE = "请用WPS或Excel另存为xlsx文件"
BROKEN = f"整份文件：文件损坏，打不开；{SAVE}"
NOT = f"整份文件：不是xlsx文件；{SAVE}"


def cell(reference: str, value: str = "<v>1</v>", kind: str = "") -> str:
    row = reference.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    return f'<row r="{row}"><c r="{reference}"{kind}>{value}</c></row>'


def sparse(reference: str) -> bytes:
    return zipped(raw(cell("A1") + cell(reference)))


def unpacked(size: int, kind: int) -> bytes:
    """A workbook with a sheet that swells to this size."""
    return zipped(raw(b"<!--" + b" " * size + b"-->"), kind)


def encrypted_entry() -> bytes:
    data = bytearray(zipped(raw(cell("A1"))))
    for at, _ in ((at, at) for at in range(len(data)) if data[at : at + 4] == b"PK\x01\x02"):
        data[at + 8] |= 1
    return bytes(data)


def lying() -> bytes:
    """A bomb whose directory says that it is small."""
    data = unpacked(200 << 20, zipfile.ZIP_DEFLATED)
    size = zipfile.ZipFile(io.BytesIO(data)).getinfo("xl/worksheets/sheet1.xml").file_size
    return data.replace(size.to_bytes(4, "little"), (1000).to_bytes(4, "little"))


def laughing() -> str:
    entities = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    return f'<!DOCTYPE workbook [<!ENTITY l0 "哈">{entities}]><workbook><sheets><sheet name="&l9;"/></sheets></workbook>'


FAR = "至多20,000行、100列；删去这个单元格所在的行和列"
STRINGS = '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>{}</t></si></sst>'
REFUSED = {
    "far corner": (sparse("XFD1048576"), f"工作表“收支明细”的XFD1048576：离数据太远；{FAR}"),
    "far row": (sparse("A20001"), f"工作表“收支明细”的A20001：离数据太远；{FAR}"),
    "far column": (sparse("CW1"), f"工作表“收支明细”的CW1：离数据太远；{FAR}"),
    "zip bomb": (unpacked(50 << 20, zipfile.ZIP_DEFLATED), "整份文件：压缩了"),
    "large inside": (unpacked(101 << 20, zipfile.ZIP_BZIP2), "整份文件：展开后有101MB；至多100MB"),
    "lying bomb": (lying(), BROKEN),
    "many entries": (zipped({**raw(""), **{f"x{n}": "" for n in range(200)}}), "整份文件：压缩包里有204个文件；至多200个"),
    "no zip": (b"hello" * 100, NOT),
    "HTML named xlsx": ("<html><table><tr><td>收支</td></tr></table>".encode(), NOT),
    "torn zip": (write_workbook(sample())[:5000], BROKEN),
    "zip of something else": (zipped({"word/document.xml": "<w/>"}), NOT),
    "empty zip": (zipped({}), NOT),
    "PDF": (b"%PDF-1.7\n", "整份文件：是PDF文件，不是xlsx文件；请交填报包的xlsx文件"),
    "xls": (OLE + bytes(600), f"整份文件：是旧格式的文件（xls）；{SAVE}"),
    "password": (OLE + bytes(600) + "EncryptedPackage".encode("utf-16-le"), "整份文件：文件加了密码；去掉密码后重新保存"),
    "password of the zip": (encrypted_entry(), "整份文件：文件加了密码；去掉密码后重新保存"),
    "macros": (zipped(raw("", **{"xl/vbaProject.bin": b"x"})), "整份文件：文件带有宏；另存为不带宏的xlsx文件"),
    "xlsb": (zipped({"xl/workbook.bin": b"x"}), NOT),
    "no relations": (zipped({"xl/workbook.xml": "<workbook/>"}), BROKEN),
    "broken XML": (zipped(raw("", **{"xl/workbook.xml": "<workbook>"})), BROKEN),
    "billion laughs": (zipped(raw("", **{"xl/workbook.xml": laughing()})), BROKEN),
    "empty": (b"", f"整份文件：文件是空的；{SAVE}"),
    "no number": (zipped(raw(cell("A1", "<v>nan</v>"))), "工作表“收支明细”：没有找到标题行；"),
    "too large": (bytes(MOST_BYTES + 1), "整份文件：文件有10.0MB；至多10MB"),
    "too much text": (book({"收支明细": [["甲" * 32_000] * 90] * 10}), "整份文件：文字共有28,800,000字，太多；请只交填报包的内容"),
}  # fmt: skip


@pytest.mark.parametrize(("data", "message"), REFUSED.values(), ids=REFUSED)
def test_a_hostile_file_is_refused_in_words_and_soon(data: Any, message: str) -> None:
    started = time.monotonic()
    with pytest.raises(PackageRefused) as refused:
        package_of_workbook(data)
    assert str(refused.value).splitlines()[0].startswith(message)
    assert time.monotonic() - started < 10


def test_a_child_that_dies_is_told_in_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook_cells, "COMMAND", (sys.executable, "-c", "import os; os.abort()"))
    with pytest.raises(PackageRefused, match="读这个工作簿要用的内存太多；可能有单元格远在数据之外"):
        workbook_cells.read_cells(b"PK")


def test_a_child_that_fails_is_told_in_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook_cells, "COMMAND", (sys.executable, "-c", "raise MemoryError"))
    with pytest.raises(PackageRefused, match="这个工作簿读不出来；可能有单元格远在数据之外"):
        workbook_cells.read_cells(b"PK")


def test_a_child_that_burns_its_processor_time_is_told_in_words(monkeypatch: pytest.MonkeyPatch) -> None:
    burn = "import resource; resource.setrlimit(resource.RLIMIT_CPU, (1, 1))\nwhile True: pass"
    monkeypatch.setattr(workbook_cells, "COMMAND", (sys.executable, "-c", burn))
    with pytest.raises(PackageRefused, match="读这个工作簿用的时间太长"):
        workbook_cells.read_cells(b"PK")


def test_a_child_that_hangs_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook_cells, "COMMAND", (sys.executable, "-c", "import time; time.sleep(60)"))
    with pytest.raises(PackageRefused, match="0.5秒没有读完这个工作簿"):
        workbook_cells.read_cells(b"PK", seconds=0.5)


def test_without_the_scan_the_parser_dies_in_the_child_alone() -> None:
    """The alarm of the limits: the cell at the far corner does kill the parser, and the limits of the child hold."""
    code = "import sys; from disclosure.filings import read_child as r; r.scan = lambda *_: {}; r.main()"
    done = subprocess.run(
        [sys.executable, "-c", code, "one"], input=sparse("XFD1048576"), capture_output=True, cwd=workbook_cells.ROOT, check=False
    )
    assert (done.returncode, done.stdout) == (-signal.SIGABRT, b"")
    assert b"memory allocation" in done.stderr


def test_the_child_knows_no_django_and_keeps_its_limits() -> None:
    code = (
        "import sys, resource; from disclosure.filings import read_child as r; r.limit(r.LIMITS['one']); "
        "print([n for n in sys.modules if n.startswith(('django', 'jsonschema'))], resource.getrlimit(resource.RLIMIT_AS)[1] >> 20)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=workbook_cells.ROOT, check=True)
    assert done.stdout.strip() == "[] 1024"


def test_the_asking_process_does_not_grow_with_a_bomb() -> None:
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with pytest.raises(PackageRefused):
        package_of_workbook(REFUSED["too much text"][0])
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 50 << 10


def test_a_shared_text_in_very_many_cells_is_refused() -> None:
    cells = "".join(f'<row r="{n}">' + '<c t="s"><v>0</v></c>' * 100 + "</row>" for n in range(1, 2000))
    parts = raw(cells, **{"xl/sharedStrings.xml": STRINGS.format("甲" * 30_000)})
    with pytest.raises(PackageRefused):
        package_of_workbook(zipped(parts, zipfile.ZIP_BZIP2))


def test_twenty_thousand_lines_are_read_within_the_limits() -> None:
    package = sample()
    package["lines"] = [package["lines"][0]] * 19_999
    assert len(read_workbook(write_workbook(package))[0]["lines"]) == 19_999


def damaged(seed: int, data: bytes, accidents: int) -> bytes:
    """The workbook with some bytes of its parts overwritten, zipped anew."""
    chance, parts = random.Random(seed), {}
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: bytearray(archive.read(name)) for name in archive.namelist()}
    for _ in range(accidents):
        part = parts[chance.choice([name for name in parts if parts[name]])]
        part[chance.randrange(len(part))] = chance.choice(b'<>&"=/0159AZ\0\xff ')
    return zipped({name: bytes(part) for name, part in parts.items()})


def survives(data: bytes) -> None:
    try:
        package_of_workbook(data)
    except PackageRefused as refused:
        assert all(each.found and each.expected for each in refused.problems)


CALM = {"deadline": None, "suppress_health_check": list(HealthCheck)}
WORKBOOKS = (write_workbook(sample()), write_workbook(transcribed()))


@settings(max_examples=30, **CALM)
@given(st.integers(0, 10**9), st.integers(1, 30))
def test_a_damaged_workbook_is_accepted_or_refused_in_words(seed: int, accidents: int) -> None:
    survives(damaged(seed, WORKBOOKS[seed % 2], accidents))


@pytest.mark.deep
@settings(max_examples=300, **CALM)
@given(st.integers(0, 10**9), st.integers(1, 30))
def test_a_damaged_workbook_is_accepted_or_refused_in_words_at_length(seed: int, accidents: int) -> None:
    survives(damaged(seed, WORKBOOKS[seed % 2], accidents))
