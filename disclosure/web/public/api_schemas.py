"""The shapes of the API's answers, with examples. Money is a string: `wan` as printed in 万元, `yuan` exact. They know no query."""

from datetime import date, datetime
from typing import Annotated, Any, Generic, TypeVar

from ninja import Schema
from pydantic import Field

T = TypeVar("T")
REGION, AGENCY = r"^[0-9]{6}$", r"^[0-9]{3}([0-9]{3})?$"


class Of(Schema):
    """Which document a row belongs to."""

    region: str = Field(examples=["361100"], description="行政区划代码（GB/T 2260）")
    agency_code: str = Field(examples=["307001"], description="部门三位，单位六位")
    agency_name: str = Field(examples=["安澜市档案馆"])
    year: int = Field(examples=[2024])
    kind: str = Field(examples=["budget"], description="budget 预算，final 决算")


class RegionOut(Schema):
    code: str = Field(examples=["361100"])
    name: str = Field(examples=["安澜市"])


class AgencyOut(Schema):
    region: str = Field(examples=["361100"])
    code: str = Field(examples=["307001"])
    name: str = Field(examples=["安澜市档案馆"])
    year: int = Field(examples=[2024])
    kind: str = Field(examples=["administrative"], description="单位性质")
    parent_code: str = Field(examples=["307"], description="主管部门；部门自己为空")
    parent_name: str = Field(examples=["安澜市档案局"])


class ReleaseOut(Of):
    scope: str = Field(examples=["unit"], description="department 部门，unit 单位；两者从不相加")
    version: int = Field(examples=[1])
    title: str = Field(examples=["安澜市档案馆2024年单位预算"])
    publish_at: datetime
    in_force: bool = Field(description="现行有效")
    withdrawn_at: datetime | None = Field(None, description="撤回的时间；没有撤回为空")
    document_sha256: str = Field(description="disclosure.json的校验值")
    address: str = Field(examples=["/361100/307001/2024/budget/v1/"], description="这一版永久的地址")


class FileOut(Schema):
    name: str = Field(examples=["disclosure.pdf"])
    size: int = Field(examples=[402113])
    sha256: str
    address: str = Field(examples=["/361100/307001/2024/budget/v1/disclosure.pdf"])


class ReleaseDetail(ReleaseOut):
    files: list[FileOut]


class FigureOut(Of):
    scope: str = Field(examples=["unit"])
    statement: str = Field(examples=["YS03"], description="表的代码，永久不变")
    row: str = Field(examples=["2012601"])
    column: str = Field(examples=["basic"])
    code: str = Field(examples=["2012601"], description="科目编码；没有为空")
    name: str = Field(examples=["行政运行"])
    measure: str = Field(examples=["money"], description="money 金额，count 个数，percent 百分比")
    printed: str = Field(examples=["4,778.90"], description="文件里印的数，金额单位万元")
    yuan: str | None = Field(None, examples=["47789000.00"], description="确数，单位元；不是金额的、照录原件没有确数的为空")


class CodeOut(Schema):
    year: int = Field(examples=[2024])
    chart: str = Field(examples=["functional"])
    code: str = Field(examples=["2012601"])
    name: str = Field(examples=["行政运行"])


class HitOut(Schema):
    kind: str = Field(examples=["agency"], description="agency、code、measure、amount、project、text")
    title: str = Field(examples=["安澜市档案馆"])
    address: str = Field(examples=["/361100/307001/"])
    where: str
    text: str
    wan: str = Field(description="万元；没有金额为空")


class ProgressOut(Schema):
    region: str = Field(examples=["361100"])
    year: int = Field(examples=[2024])
    kind: str = Field(examples=["budget"])
    published: int = Field(description="已公开")
    in_time: int = Field(description="其中按时")
    published_late: int = Field(description="其中逾期后公开")
    within: int = Field(description="期限内，尚未公开")
    overdue: int = Field(description="逾期未公开")


class DueOut(Of):
    issued_on: date | None
    publish_by: date | None
    published_at: datetime | None
    word: str = Field(examples=["published"], description="published 已公开，within 期限内，overdue 逾期未公开")


class AnswerOut(Schema):
    region: str = Field(examples=["361100"])
    agency_code: str = Field(examples=["307001"], description="没有说到单位的为空")
    agency_name: str = Field(examples=["安澜市档案馆"])
    year: int | None = Field(None, examples=[2024], description="说的是哪份文件；没有说到文件的为空")
    kind: str | None = Field(None, examples=["budget"])
    version: int | None = Field(None, examples=[1])
    matter: str = Field(
        examples=["figure"],
        description="figure 数字，wording 文字，file 文件，missing 没有公开，personal 个人信息，other 其他",
    )
    place: str = Field(examples=["表3"])
    question: str
    outcome: str = Field(examples=["corrected"], description="corrected 已更正，to_be_corrected 将更正，right 无误，noted 记下")
    answer: str
    received_at: datetime
    published_at: datetime
    address: str = Field(examples=["/answers/#answer-1"])


class Page(Schema, Generic[T]):
    """A page of rows. `next`: the address of the next one, empty on the last."""

    count: int
    page: int
    next: str
    items: list[T]


class Paging(Schema):
    page: Annotated[int, Field(1, ge=1, le=10_000, description="第几页，从1起")] = 1
    size: Annotated[int, Field(100, ge=1, le=1000, description="一页几条，至多1000")] = 100


class Where(Schema):
    """What most lists can be narrowed to."""

    region: Annotated[str | None, Field(None, pattern=REGION, examples=["361100"])] = None
    agency: Annotated[str | None, Field(None, pattern=AGENCY, examples=["307001"])] = None
    year: Annotated[int | None, Field(None, ge=2000, le=2099, examples=[2024])] = None
    kind: Annotated[str | None, Field(None, pattern="^(budget|final)$")] = None
    scope: Annotated[str | None, Field(None, pattern="^(department|unit)$")] = None

    def filters(self, *, agency: str = "agency_code") -> dict[str, Any]:
        """As the database is asked."""
        said = {"region": self.region, agency: self.agency, "year": self.year, "kind": self.kind, "scope": self.scope}
        return {key: value for key, value in said.items() if value is not None}
