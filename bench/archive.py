"""An archive of 1,000 agencies over ten years, released, in a database of its own; one real document among them. Made by the database, past its triggers."""

import json
import random
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from itertools import product
from typing import Any

from django.conf import settings
from django.db import connections

from agencies.models import Agency, AgencyYear, Bureau, Region
from disclosure.core.words import UnitKind
from disclosure.exports.files import MEDIA_TYPES, write_files
from disclosure.exports.flat import FlatFigure, figures_of, main_class
from disclosure.exports.measures import MEASURES
from disclosure.filings.models import Filing
from disclosure.filings.package import facts_of, read_package
from disclosure.filings.saving import save_facts
from disclosure.releases.hashes import sha256
from disclosure.releases.indexing import fen_of, index, spell
from disclosure.releases.models import Period, Release, ReleasedText, ReleaseFile
from disclosure.releases.workflow.standing import standing_of
from disclosure.storage.logins import OWNER

REGIONS = ("369901", "369902", "369903", "369904")
YEARS = range(2017, 2027)
DEPARTMENTS, UNITS = 25, 9  # 250 agencies a region
USES = ("设施维护", "设备购置", "宣传培训", "房屋修缮", "信息系统运行", "专家咨询", "抽样检测", "档案整理", "对口帮扶", "应急演练")
PUBLISHED = datetime(2024, 2, 8, 1, tzinfo=UTC)
WORDS = ("教育", "卫生", "农业", "水利", "档案", "医保", "交通", "林业", "统计", "审计", "文化", "体育", "民政", "司法", "财政")
SAMPLE = settings.BASE_DIR / "samples" / "shangrao-2024-unit.json"
PDF = "disclosure.pdf"
FIGURES = """
INSERT INTO releases_releasedfigure (release_id, place, statement, "row", "column", code, parent, level, name, kind, text, fen, is_exact, is_main)
SELECT one.id, like_it.place, like_it.statement, like_it."row", like_it."column", like_it.code, like_it.parent, like_it.level, like_it.name, like_it.kind,
       CASE WHEN made.fen IS NULL THEN like_it.text ELSE to_char(made.fen / 1000000.0, 'FM999999990.00') END, made.fen, true, like_it.is_main
FROM releases_release AS one CROSS JOIN jsonb_to_recordset(%s::jsonb) AS like_it(place int, statement text, "row" text, "column" text, code text, parent text,
     level text, name text, kind text, text text, fen bigint, is_main boolean)
CROSS JOIN LATERAL (SELECT like_it.fen * (50 + one.id * 7919 %% 101) / 100) AS made(fen) WHERE one.id <> %s
"""


def build(figures: int) -> str:
    """The archive in the database that the aliases lead to, so many figures a release; the address of the real document."""
    real = released_sample()
    with past_the_triggers() as cursor:
        release_everywhere(agencies(), real.document)
        said = json.dumps([_figure(each) for each in chosen(real.document, figures)])
        cursor.execute(FIGURES, [said, real.pk])
        Period.objects.using(OWNER).bulk_create(periods(real), batch_size=2000)
        ReleasedText.objects.using(OWNER).bulk_create(texts(real), batch_size=2000)
    with connections[OWNER].cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")
    return real.get_absolute_url()


@contextmanager
def past_the_triggers() -> Iterator[Any]:
    """One transaction of the owner in which no trigger fires: ten thousand releases need no ten thousand ways to release."""
    with connections[OWNER].cursor() as cursor:
        cursor.execute("SET session_replication_role = replica")
        yield cursor
        cursor.execute("SET session_replication_role = DEFAULT")


def released_sample() -> Release:
    """A real unit's document, as its page will show it."""
    filing = save_facts(entered=facts_of(read_package(SAMPLE.read_bytes())))
    filing = Filing.objects.select_related("agency_year").get(pk=filing.pk)
    document = standing_of(filing).document
    with past_the_triggers():
        made = Release.objects.using(OWNER).create(**release_of(filing, filing.agency_year, document))
        body = write_files(document)[0][PDF]
        ReleaseFile.objects.using(OWNER).create(
            release=made, name=PDF, media_type=MEDIA_TYPES["pdf"], size=len(body), sha256=sha256(body), body=body
        )
    index(made)
    return made


def release_of(filing: Filing, of: AgencyYear, document: Any) -> dict[str, Any]:
    """The columns of a first version."""
    return {
        "filing": filing, "region": of.region_id, "agency_code": of.code, "agency_name": of.name, "year": filing.year, "kind": filing.kind,
        "scope": filing.scope, "version": 1, "title": f"{of.name}{filing.year}年预算", "document": document, "document_sha256": "0" * 64,
        "content_sha256": "0" * 64, "publish_at": PUBLISHED, "figures_checked": 1, "by": "bench",
    }  # fmt: skip


def agencies() -> list[AgencyYear]:
    """Four regions of 250 agencies, each for ten years."""
    rows = []
    for region in REGIONS:
        place = Region.objects.using(OWNER).create(code=region, name=f"测速{region[-1]}市")
        Bureau.objects.using(OWNER).create(region=place, name=f"{place.name}财政局", shows_ranks=True)
        for number in range(DEPARTMENTS):
            rows += department(place, number)
    return rows


def department(place: Region, number: int) -> list[AgencyYear]:
    """A department and its units, for every year."""
    code = f"{101 + number}"
    made = ten_years(place, code, f"{place.name}{WORDS[number % len(WORDS)]}局{number}", {})
    above = {each.year: each for each in made}
    for unit in range(1, UNITS + 1):
        name = f"{place.name}{WORDS[(number + unit) % len(WORDS)]}服务中心{number}{unit}"
        made += ten_years(place, f"{code}{unit:03d}", name, above)
    return made


def ten_years(place: Region, code: str, name: str, above: dict[int, AgencyYear]) -> list[AgencyYear]:
    one = Agency.objects.using(OWNER).create(region=place)
    spell(name)
    rows = [
        AgencyYear(agency=one, region=place, year=year, code=code, name=name, parent=above.get(year), kind=UnitKind.ADMINISTRATIVE)
        for year in YEARS
    ]
    return AgencyYear.objects.using(OWNER).bulk_create(rows)


def release_everywhere(rows: list[AgencyYear], like: Any) -> None:
    """A filing and its release for every row."""
    filings = [
        Filing(agency_year=row, year=row.year, kind="budget", scope="unit" if row.parent_id else "department", pack="jiangxi")
        for row in rows
    ]
    made = Filing.objects.using(OWNER).bulk_create(filings, batch_size=2000)
    small = {"summary": {"total": like["summary"]["total"]}}  # as much of a document as lists ask for
    releases = [Release(**release_of(filing, row, small)) for filing, row in zip(made, rows, strict=True)]
    Release.objects.using(OWNER).bulk_create(releases, batch_size=2000)


def chosen(document: dict[str, Any], count: int) -> list[tuple[int, FlatFigure, bool]]:
    """What is compared and what is drilled into first, then the rest: `count` of them."""
    flat = figures_of(document)
    measured = {each.addresses["budget"] for each in MEASURES}
    order = sorted(range(len(flat)), key=lambda at: (flat[at].address not in measured, flat[at].statement != "YS03", at))
    main = main_class(flat)
    return [(at, flat[at], flat[at] is main) for at in order[:count]]


def _figure(said: tuple[int, FlatFigure, bool]) -> dict[str, Any]:
    place, flat, is_main = said
    names = ("statement", "row", "column", "code", "parent", "level", "name", "kind", "text")
    return {name: getattr(flat, name) for name in names} | {"place": place, "fen": fen_of(flat.yuan), "is_main": is_main}


def periods(real: Release) -> list[Period]:
    """All of them are in force."""
    names = ("region", "agency_code", "agency_name", "year", "kind", "scope")
    rows = Release.objects.using(OWNER).exclude(pk=real.pk, period__isnull=False).filter(period=None).values("pk", *names)
    return [Period(release_id=row.pop("pk"), begins=PUBLISHED, **row) for row in rows]


def texts(real: Release) -> list[ReleasedText]:
    """A project and a paragraph of every release."""
    dice = random.Random(7)  # noqa: S311  the same words every time
    rows = []
    for (pk, year), number in product(Release.objects.using(OWNER).exclude(pk=real.pk).values_list("pk", "year"), (0, 1)):
        one, other = dice.choice(WORDS), dice.choice(WORDS)
        said = f"{one}专项{dice.randrange(1000)}用于{other}工作和{dice.choice(USES)}，安排{dice.randrange(1, 900)}.00万元。"
        said_of = {"kind": "project" if number == 0 else "text", "place": "", "title": f"{one}专项{dice.randrange(1000)}", "text": said}
        rows.append(ReleasedText(release_id=pk, year=year, number=number, fen=dice.randrange(10**9), **said_of))
    return rows
