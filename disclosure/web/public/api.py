"""The read-only API: what the pages show, as JSON, page by page. It reads the same views as the pages and nothing else."""

from collections.abc import Callable
from typing import Annotated, Any, TypeVar

from django.db.models import Model, QuerySet
from django.http import Http404, HttpRequest
from ninja import NinjaAPI, Query, Schema
from pydantic import Field

from disclosure.exports.licence import LICENCE
from disclosure.pub.models import Agency, Answer, Code, Due, Figure, Place, Progress, Release
from disclosure.web.public import api_schemas as out
from disclosure.web.public.asked import LONGEST, asked
from disclosure.web.public.queries import MOST_PAGES
from disclosure.web.public.reading import files_of, in_force
from disclosure.web.public.searching import KINDS_OF_HIT, Within, search

M = TypeVar("M", bound=Model)
TITLE = "部门预决算公开数据接口"

api = NinjaAPI(title=TITLE, version="1", description=f"只读，不需要登录。金额是字符串：printed是印出的万元，yuan是确数元。{LICENCE}", docs_url=None,
               openapi_url="/openapi.json", urls_namespace="api")  # fmt: skip


def paged(request: HttpRequest, rows: "QuerySet[M]", paging: out.Paging, shape: Callable[[M], dict[str, Any]]) -> dict[str, Any]:
    """One page of a query, and where the next one is."""
    count, start = rows.count(), (paging.page - 1) * paging.size
    items = [shape(row) for row in rows[start : start + paging.size]]
    following = request.GET.copy()
    following["page"] = str(paging.page + 1)
    has_next = start + paging.size < count and paging.page < MOST_PAGES
    return {"count": count, "page": paging.page, "next": f"{request.path}?{following.urlencode()}" if has_next else "", "items": items}


@api.get("/regions", url_name="api_regions", response=list[out.RegionOut], summary="地区", tags=["编目"])
def regions(request: HttpRequest) -> list[dict[str, str]]:
    """有文件公开的地区。"""
    return [{"code": place.pk, "name": place.name} for place in Place.objects.all()]


@api.get("/agencies", url_name="api_agencies", response=out.Page[out.AgencyOut], summary="部门和单位", tags=["编目"])
def agencies(request: HttpRequest, where: Query[out.Where], paging: Query[out.Paging]) -> dict[str, Any]:
    """公开过文件的部门和单位，一年一条。"""
    asked_for = {key: value for key, value in where.filters(agency="code").items() if key not in ("kind", "scope")}
    return paged(request, Agency.objects.filter(**asked_for), paging, lambda row: fields(row, out.AgencyOut))


@api.get("/releases", url_name="api_releases", response=out.Page[out.ReleaseOut], summary="公开的文件", tags=["文件"])
def releases(request: HttpRequest, where: Query[out.Where], paging: Query[out.Paging], every: bool = False) -> dict[str, Any]:
    """现行有效的版本；every=true时列出所有版本，撤回的也在内。"""
    rows = (
        Release.objects.filter(**where.filters())
        .defer("document")
        .order_by("-publish_at", "region", "agency_code", "year", "kind", "-version")
    )
    return paged(request, rows if every else rows.filter(in_force=True), paging, release_row)


Digits = Annotated[str, Field(pattern=out.REGION)]


@api.get(
    "/releases/{region}/{agency}/{year}/{kind}",
    url_name="api_release",
    response=out.ReleaseDetail,
    summary="一份文件的现行版本",
    tags=["文件"],
)
def release(
    request: HttpRequest,
    region: Digits,
    agency: Annotated[str, Field(pattern=out.AGENCY)],
    year: Annotated[int, Field(ge=2000, le=2099)],
    kind: Annotated[str, Field(pattern="^(budget|final)$")],
) -> dict[str, Any]:
    """和它的全部下载文件、校验值。没有公开的返回404。"""
    found = in_force(region, agency, str(year), kind)
    if found is None:
        raise Http404
    base = found.version_url()
    files = [{"name": name, "size": size, "sha256": sha256, "address": base + name} for name, size, sha256 in files_of(found)]
    return {**release_row(found), "files": files}


@api.get("/figures", url_name="api_figures", response=out.Page[out.FigureOut], summary="数字", tags=["数字"])
def figures(
    request: HttpRequest,
    where: Query[out.Where],
    paging: Query[out.Paging],
    statement: Annotated[str | None, Field(pattern="^[A-Z]{2}[0-9]{2}$")] = None,
    row: Annotated[str | None, Field(pattern=r"^[A-Za-z0-9_.]{1,60}$")] = None,
    column: Annotated[str | None, Field(pattern="^[a-z0-9_]{1,30}$")] = None,
    code: Annotated[str | None, Field(pattern="^[0-9]{3,7}$")] = None,
) -> dict[str, Any]:
    """现行文件里的每一个数，按地址（表、行、栏）。至少要写地区、单位、年度、表、科目中的一项。"""
    narrowed = {"statement": statement, "row": row, "column": column, "code": code}
    said = where.filters() | {key: value for key, value in narrowed.items() if value is not None}
    rows = Figure.objects.filter(**said).order_by("release", "place") if said.keys() - {"kind", "scope"} else Figure.objects.none()
    return paged(request, rows, paging, figure_row)


@api.get("/codes", url_name="api_codes", response=out.Page[out.CodeOut], summary="科目", tags=["编目"])
def codes(
    request: HttpRequest,
    paging: Query[out.Paging],
    year: Annotated[int | None, Field(ge=2000, le=2099)] = None,
    chart: Annotated[str | None, Field(pattern="^(functional|economic|government|revenue)$")] = None,
) -> dict[str, Any]:
    """政府收支分类科目，一年一册。"""
    said = {key: value for key, value in (("year", year), ("chart", chart)) if value is not None}
    return paged(request, Code.objects.filter(**said), paging, lambda each: fields(each, out.CodeOut))


@api.get("/search", url_name="api_search", response=list[out.HitOut], summary="查找", tags=["查找"])
def find(
    request: HttpRequest,
    q: Annotated[str, Field(max_length=LONGEST * 10)],
    region: Annotated[str, Field(pattern=r"^([0-9]{6})?$")] = "",
    year: Annotated[int, Field(ge=0, le=2099)] = 0,
    kind: Annotated[str, Field(pattern=f"^({'|'.join(KINDS_OF_HIT)})?$")] = "",
) -> list[dict[str, str]]:
    """名称、简称、拼音首字母、科目编码、金额或文字；最相近的在前。"""
    hits = search(asked(q), Within(kind, region, year))
    return [
        {"kind": hit.kind, "title": hit.title, "address": hit.href, "where": hit.where, "text": hit.text, "wan": hit.amount} for hit in hits
    ]


@api.get("/progress", url_name="api_progress", response=list[out.ProgressOut], summary="公开进度", tags=["进度"])
def progress(request: HttpRequest) -> list[dict[str, Any]]:
    """每个地区、年度、种类的份数。"""
    return [fields(row, out.ProgressOut) for row in Progress.objects.all()]


@api.get("/published", url_name="api_published", response=out.Page[out.DueOut], summary="谁在什么时候公开", tags=["进度"])
def published(request: HttpRequest, where: Query[out.Where], paging: Query[out.Paging]) -> dict[str, Any]:
    """没有公开的，只有财政部门决定公布名称时才在这里。"""
    asked_for = {key: value for key, value in where.filters().items() if key != "scope"}
    return paged(request, Due.objects.filter(**asked_for), paging, lambda row: fields(row, out.DueOut))


@api.get("/answers", url_name="api_answers", response=out.Page[out.AnswerOut], summary="纠错和答复", tags=["纠错"])
def answers(request: HttpRequest, where: Query[out.Where], paging: Query[out.Paging]) -> dict[str, Any]:
    """公众提交的纠错和已公开的答复，最新的在前。"""
    asked_for = {key: value for key, value in where.filters().items() if key != "scope"}
    return paged(request, Answer.objects.filter(**asked_for), paging, answer_row)


def fields(row: Model, shape: type[Schema]) -> dict[str, Any]:
    """The columns of a row that its shape names."""
    return {name: getattr(row, name) for name in shape.model_fields}


def release_row(found: Release) -> dict[str, Any]:
    return {**{name: getattr(found, name) for name in out.ReleaseOut.model_fields if name != "address"}, "address": found.version_url()}


def figure_row(figure: Figure) -> dict[str, Any]:
    said = {name: getattr(figure, name) for name in out.FigureOut.model_fields if name not in ("printed", "yuan")}
    return {**said, "printed": figure.text, "yuan": f"{figure.yuan:.2f}" if figure.yuan is not None and figure.is_exact else None}


def answer_row(found: Answer) -> dict[str, Any]:
    said = {name: getattr(found, name) for name in out.AnswerOut.model_fields if name != "address"}
    return {**said, "address": found.get_absolute_url()}
