"""What a release page says around its document: version, years, files, citation, provenance. It knows no query and no template."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils.timezone import localtime
from django.utils.translation import gettext_lazy as _

from disclosure.exports.dates import spoken_time
from disclosure.exports.levels import Words, checked_words
from disclosure.exports.page import KINDS

MAIN_FILES: Mapping[str, tuple[str, Words]] = {
    "disclosure.pdf": ("PDF", _("全文，带书签和标签，可打印")),
    "disclosure.xlsx": ("XLSX", _("全部表格，一表一页")),
    "disclosure.html": ("HTML", _("全文，一个文件，可离线阅读")),
    "disclosure.json": ("JSON", _("表格、文字说明、绩效目标，供程序读取")),
    "findings.json": ("JSON", _("规则校验的结果")),
}


@dataclass(frozen=True)
class Sibling:
    """A release in force of the same agency."""

    kind: str
    year: int
    version: int
    href: str


@dataclass(frozen=True)
class YearLink:
    number: int
    href: str
    is_here: bool


@dataclass(frozen=True)
class FileLink:
    """A file of a version, at its own address below the version's."""

    href: str
    size_bytes: int
    sha256: str
    label: str
    what: Words

    @property
    def size(self) -> str:
        return spoken_size(self.size_bytes)

    @property
    def short(self) -> str:
        return f"{self.sha256[:4]}…{self.sha256[-4:]}"


@dataclass(frozen=True)
class Edition:
    """The version that is shown, between its siblings."""

    version: int
    in_force: bool
    newest_href: str
    published_at: datetime
    years: list[tuple[Words, list[YearLink]]]
    path: list[tuple[str, str]]
    rest: str

    @property
    def has_other_years(self) -> bool:
        """Whether there is anything to switch to."""
        return sum(len(links) for _, links in self.years) > 1

    @property
    def status(self) -> str:
        return ("corrected" if self.version > 1 else "published") if self.in_force else "superseded"

    @property
    def status_word(self) -> Words:
        return {"published": _("已公开"), "corrected": _("已更正"), "superseded": _("已被更正")}[self.status]

    @property
    def version_words(self) -> Words:
        number = {"number": self.version}
        if not self.in_force:
            return _("第%(number)s版，已不是现行版本") % number
        return (
            _("第%(number)s版，现行有效，已更正前一版") % number if self.version > 1 else _("第%(number)s版，现行有效，未作更正") % number
        )

    @property
    def published_words(self) -> str:
        return spoken_time(localtime(self.published_at))


def edition_of(document: Mapping[str, Any], version: int, published_at: datetime, siblings: Sequence[Sibling]) -> Edition:
    """`siblings`: every release in force of the agency, this one's newest version among them."""
    newest = next(each for each in siblings if (each.kind, each.year) == (document["kind"], document["year"]))
    return Edition(
        version=version,
        in_force=newest.version == version,
        newest_href=newest.href,
        published_at=published_at,
        years=[(KINDS[kind], _years(kind, document, siblings)) for kind in KINDS if any(each.kind == kind for each in siblings)],
        path=_path(document),
        rest=_rest(document),
    )


def _rest(document: Mapping[str, Any]) -> str:
    """The title without the name of the agency."""
    title: str = document["title"]
    return title.removeprefix(document["agency"]["name"])


def _years(kind: str, document: Mapping[str, Any], siblings: Iterable[Sibling]) -> list[YearLink]:
    here = (document["kind"], document["year"])
    ordered = sorted((each for each in siblings if each.kind == kind), key=lambda each: each.year)
    return [YearLink(each.year, each.href, (each.kind, each.year) == here) for each in ordered]


def _path(document: Mapping[str, Any]) -> list[tuple[str, str]]:
    """From the region to the agency: words and address. A department that published nothing has no page: its region leads on."""
    agency, imprint = document["agency"], document["imprint"]
    region, parent = agency["region"], agency["parent"]
    steps = [(imprint["place"] if imprint else region, reverse("region", args=(region,)))]
    if parent and parent["name"] != agency["name"]:
        steps.append((parent["name"], ""))
    return [*steps, (agency["name"], reverse("agency_page", args=(region, agency["code"])))]


def spoken_size(size: int) -> str:
    """46 KB, 1.4 MB; the same in every language."""
    return f"{max(size / 1000, 1):.0f} KB" if size < 1_000_000 else f"{size / 1_000_000:.1f} MB"


def main_files(base: str, files: Iterable[tuple[str, int, str]]) -> list[FileLink]:
    """`base`: the version's address; `files`: name, size, sha256."""
    by_name = {name: (size, sha256) for name, size, sha256 in files}
    return [FileLink(base + name, *by_name[name], label, what) for name, (label, what) in MAIN_FILES.items() if name in by_name]


def table_files(base: str, files: Iterable[tuple[str, int, str]], document: Mapping[str, Any]) -> list[FileLink]:
    """One CSV a table, in the order of the tables."""
    titles = {f"tables/{file_head(each)}-{each['key']}.csv": each["title"] for each in document["statements"]}
    tables = sorted(each for each in files if each[0].startswith("tables/"))
    return [FileLink(base + name, size, sha256, "CSV", titles.get(name, name)) for name, size, sha256 in tables]


def file_head(statement: Mapping[str, Any]) -> str:
    """A printed table's number; the code of one that only sentences print."""
    return f"{statement['number']:02d}" if statement["printed"] else str(statement["code"])


def citation(document: Mapping[str, Any], edition: Edition, address: str) -> str:
    """As GB/T 7714 cites an electronic announcement."""
    return f"{document['agency']['name']}. {edition.rest}[EB/OL]. 第{edition.version}版. ({localtime(edition.published_at):%Y-%m-%d})[引用日期]. {address}"


def provenance(document: Mapping[str, Any], edition: Edition, figures_checked: int) -> list[tuple[Words, Words]]:
    """What is known of how the release came about."""
    return [
        (_("版本记录"), _("第%(number)s版，%(time)s") % {"number": edition.version, "time": edition.published_words}),
        (_("规则校验"), checked_words(document["findings"])),
        (_("图文一致"), _("%(number)s个数字逐一核对相同") % {"number": f"{figures_checked:,}"}),
        (_("数据格式"), document["format"]),
    ]
