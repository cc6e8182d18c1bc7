"""Open data in bulk: which files there are, newest first, and how they are described to programs. Knows no page."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.conf import settings

from disclosure.exports.licence import LICENCE
from disclosure.pub.models import Snapshot, SnapshotChunk

# Name, title, type, and what it is in the terms of the Fiscal Data Package.
FIELDS = (
    ("region", "行政区划代码", "string", "administrator:generic:id"),
    ("region_name", "地区", "string", "administrator:generic:name"),
    ("agency_code", "部门或单位编码", "string", "administrative-classification:generic:code:part"),
    ("agency_name", "部门或单位", "string", "administrative-classification:generic:label:part"),
    ("year", "年度", "integer", "date:fiscal-year"),
    ("kind", "budget 预算，final 决算", "string", "phase:id"),
    ("scope", "department 部门，unit 单位；两者不相加", "string", ""),
    ("version", "版次", "integer", ""),
    ("statement", "表的代码", "string", ""),
    ("row", "行", "string", ""),
    ("column", "栏", "string", ""),
    ("code", "科目编码", "string", "functional-classification:generic:code:part"),
    ("name", "名称", "string", "functional-classification:generic:label:part"),
    ("measure", "money 金额，count 个数，percent 百分比", "string", ""),
    ("printed", "印出的数，金额单位万元", "string", ""),
    ("yuan", "确数，单位元；没有确数为空", "number", "value"),
)


@dataclass
class PartOfData:
    """A part with its newest file of each format."""

    key: str
    files: list[Snapshot] = field(default_factory=list)

    @property
    def kind(self) -> str:
        return self.key.partition("-")[0]

    @property
    def value(self) -> str:
        """The year or the region; blank of everything."""
        return self.key.partition("-")[2]

    @property
    def rows(self) -> int:
        return self.files[0].rows


def newest() -> list[Snapshot]:
    """Of every name the newest file."""
    found: dict[str, Snapshot] = {}
    for each in Snapshot.objects.order_by("-taken_at", "name"):
        found.setdefault(each.name, each)
    return sorted(found.values(), key=lambda each: (each.part, each.name))


def newest_parts() -> list[PartOfData]:
    """Everything first, then the years from the newest, then the regions."""
    parts: dict[str, PartOfData] = {}
    for each in newest():
        parts.setdefault(each.part, PartOfData(each.part)).files.append(each)
    order = {"all": 0, "year": 1, "region": 2}
    return sorted(parts.values(), key=lambda part: (order[part.kind], -int(part.value) if part.kind == "year" else int(part.value or 0)))


def index_of(files: Sequence[Snapshot]) -> dict[str, Any]:
    """What index.json says: every dated file with its hash."""
    api = f"{settings.PUBLIC_ADDRESS}/api/openapi.json"
    return {"format": "disclosure-index/1", "licence": LICENCE, "api": api, "files": [described(each) for each in files]}


def described(each: Snapshot) -> dict[str, Any]:
    return {
        "part": each.part,
        "name": each.name,
        "taken_at": each.taken_at.isoformat(),
        "address": settings.PUBLIC_ADDRESS + each.get_absolute_url(),
        "media_type": each.media_type,
        "rows": each.rows,
        "bytes": each.size,
        "sha256": each.sha256,
    }


def package_of(files: Sequence[Snapshot]) -> dict[str, Any]:
    """A data package of the newest CSV files, with fiscal columns."""
    return {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": "department-budgets-and-final-accounts",
        "title": settings.SITE_WORDS["name"],
        "description": LICENCE,
        "resources": [resource_of(each) for each in files if each.name.endswith(".csv")],
    }


def resource_of(each: Snapshot) -> dict[str, Any]:
    fields = [
        {
            "name": name,
            "title": title,
            "type": kind,
            **({"columnType": fiscal} if fiscal else {}),
            **({"bareNumber": True} if kind == "number" else {}),
        }
        for name, title, kind, fiscal in FIELDS
    ]
    return {
        "name": each.name.removesuffix(".csv"),
        "path": settings.PUBLIC_ADDRESS + each.get_absolute_url(),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": each.size,
        "hash": f"sha256:{each.sha256}",
        "schema": {
            "fields": fields,
            "missingValues": [""],
            "primaryKey": ["region", "agency_code", "year", "kind", "statement", "row", "column"],
        },
    }


def pieces(each: Snapshot) -> Iterator[bytes]:
    """The bytes, one piece at a time."""
    number = 0
    while chunk := SnapshotChunk.objects.filter(snapshot_id=each.pk, number=number).first():
        yield bytes(chunk.body)
        number += 1
