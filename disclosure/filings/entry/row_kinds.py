"""The lists that clerks write row by row, each by the headings of its workbook sheet. Declarations alone."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from disclosure.core.words import Flow, Source, Vintage
from disclosure.filings.models import Crossing, Indicator, Line, PriorLine, Project, Text
from disclosure.filings.workbook_kinds import OWNER_FIELD, Field, Listing, Steps, of_kind
from disclosure.filings.workbook_sheets import SHEETS

Model = type[Line] | type[PriorLine] | type[Project] | type[Indicator] | type[Text] | type[Crossing]
NOT_KEPT = ("function_name", "economic_class", "economic_name")  # the workbook compares them with the codes
BY_KEY = {each.name: each for each in SHEETS}


@dataclass(frozen=True)
class RowKind:
    """One kind of row: its name in addresses, its words, its sheet, its model.

    `fixed` are values that every row of it has; `attributes` the names of the model where they differ from the keys of the sheet.
    """

    name: str
    title: str | Promise
    one: str | Promise
    sheet: str
    model: Model
    fixed: Mapping[str, str] = field(default_factory=dict)
    attributes: Mapping[str, str] = field(default_factory=dict)

    def fields(self, kind: str) -> tuple[Field, ...]:
        """The headings that a document of this kind has."""
        declared = of_kind(BY_KEY[self.sheet], kind).fields
        kept = tuple(each for each in declared if each.key not in NOT_KEPT and not each.key.startswith("evaluation."))
        return (OWNER, *kept) if self.model is Indicator else kept

    @property
    def base(self) -> Steps:
        """Where a package has the list; indicators lie in their goals."""
        sheet = BY_KEY[self.sheet]
        return sheet.base if isinstance(sheet, Listing) else ()

    def blank(self, kind: str) -> dict[str, str]:
        """What a new row says before anything is typed."""
        usual = {"flow": Flow.SPENDING, "source": Source.GENERAL, "vintage": Vintage.THIS_YEAR}
        return {field.key: str(usual[field.key]) for field in self.fields(kind) if field.key in usual}

    def attribute(self, key: str) -> str:
        """The name of a value in the model."""
        return self.attributes.get(key, key)


OWNER = Field(OWNER_FIELD.heading, "project", "code")
ROW_KINDS: dict[str, RowKind] = {
    kind.name: kind
    for kind in (
        RowKind("lines", _("收支明细"), _("一条明细"), "收支明细", Line),
        RowKind("prior-lines", _("上年明细"), _("一条上年明细"), "上年明细", PriorLine),
        RowKind("projects", _("项目"), _("一个项目"), "项目", Project, attributes={"goal.objective": "objective"}),
        RowKind("indicators", _("绩效指标"), _("一个指标"), "绩效指标", Indicator),
        RowKind(
            "terms", _("名词解释"), _("一个名词"), "名词解释", Text, fixed={"section": "terms"},
            attributes={"term": "heading", "definition": "text"},
        ),
        RowKind("crossings", _("科目对照"), _("一条对照"), "科目对照", Crossing),
    )
}  # fmt: skip
