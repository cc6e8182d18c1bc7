"""The sections in which a filing is entered, as data: what each asks for, in words, and which tables and texts it feeds. Knows no page and no rule."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from disclosure.core.words import Kind, Scope
from disclosure.filings.entry.row_kinds import BY_KEY
from disclosure.filings.entry.slots import Slot, slot
from disclosure.filings.models import Filing, Project
from disclosure.filings.workbook_kinds import Field, Pairs, of_kind

Words = str | Promise
HELP = {
    "texts.duties": _("一段一行，照三定方案概括，不照抄。"),
    "organisation.offices": _("一行一个，写规范全称；人数在“机构人员”里写。"),
    "goal.objective": _("一两句话说清这一年要达到什么，指标在下面一条一条写。"),
    "assets.as_of": _("资产数是哪一天的。"),
    "texts.evaluation": _("一段一行：评价了多少个项目、多少资金、结果怎样。"),
    "texts.report": _("一段一行，放在文件的附件里。"),
    "texts.reception": _("接待费主要花在什么上。"),
}


@dataclass(frozen=True)
class Group:
    """Fields that stand together on a screen."""

    title: Words
    slots: tuple[Slot, ...]


@dataclass(frozen=True)
class Section:
    """A stop on the way of entering. `rows` are its lists, `groups` its fields.

    `compares`: its fields are figures of other years, or reasons, at addresses that the tables of the filing give.
    """

    code: str
    title: Words
    help: Words
    rows: tuple[str, ...] = ()
    groups: Callable[[Filing], Iterator[Group]] = lambda filing: iter(())
    compares: str = ""
    only: str = ""


def sheet(name: str, *, title: Words = "", keys: Callable[[str], bool] = lambda key: True) -> Callable[[Filing], Iterator[Group]]:
    """The fields of a sheet of pairs, as a document of this kind has them."""

    def groups(filing: Filing) -> Iterator[Group]:
        declared = of_kind(BY_KEY[name], filing.kind)
        assert isinstance(declared, Pairs)
        slots = tuple(slot(field, str(HELP.get(field.key, ""))) for field in declared.fields if keys(field.key))
        if slots:
            yield Group(title or name, slots)

    return groups


def overview(filing: Filing) -> Iterator[Group]:
    yield Group(_("主要职责"), (slot(Field(_("主要职责"), "texts.duties", width=100), str(HELP["texts.duties"])),))  # type: ignore[arg-type]
    yield Group(_("内设机构"), (slot(Field(_("内设处室"), "organisation.offices", width=100), str(HELP["organisation.offices"])),))  # type: ignore[arg-type]


def goals(filing: Filing) -> Iterator[Group]:
    """The objective of the whole, which a department's budget has; in a final account what was spent on each project."""
    if filing.kind == Kind.BUDGET and filing.scope == Scope.DEPARTMENT:
        objective = Field("年度总体目标", "goal.objective", width=100)
        yield Group(_("整体支出绩效目标"), (slot(objective, str(HELP["goal.objective"])),))
    if filing.kind == Kind.FINAL:
        funds = [field for field in of_kind(BY_KEY["项目"], filing.kind).fields if field.key.startswith("evaluation.")]
        for project in Project.objects.filter(filing=filing):
            yield Group(_("%s：自评资金") % project.name, tuple(Slot(f"projects:{project.key}.{field.key}", field) for field in funds))


def written(filing: Filing) -> Iterator[Group]:
    """What a final account says of its evaluation in its own words."""
    for name, key in (("绩效自评说明", "texts.evaluation"), ("评价报告", "texts.report")):
        yield Group(name, (slot(Field(name, key, width=100), str(HELP[key])),))


SECTIONS: Mapping[str, Section] = {
    section.code: section
    for section in (
        Section("overview", _("概况"), _("这个部门或单位做什么、有哪些处室。"), groups=overview),
        Section(
            "people", _("机构人员"), _("编制和实有人数，没有的填0；空着不等于0。"), groups=sheet("机构人员", keys=lambda key: key != "organisation.offices"),
        ),
        Section(
            "ledger", _("收支明细"), _("一行一笔：功能科目到项，经济科目到款，金额写元。所有的表都从这里算出。"), rows=("lines",),
        ),
        Section("projects", _("项目"), _("每个项目一段说明；钱在收支明细里，按项目代号对上。"), rows=("projects",)),
        Section("goals", _("绩效目标"), _("指标值写成“符号、数、单位”，说不成数的写定性要求。"), rows=("indicators",), groups=goals),
        Section(
            "three-public", _("“三公”经费"), _("全年预算数和统计数；预算年度的“三公”经费由收支明细算出，这里没有要填的。"), groups=sheet("三公经费"),
        ),
        Section("procurement", _("政府采购"), _("没有的填0。"), groups=sheet("政府采购")),
        Section("assets", _("国有资产"), _("车辆和大型设备，没有的填0。"), groups=sheet("资产")),
        Section(
            "last-year", _("上年数"), _("上年公开过的会自动带来；没有的在这里填，上年没有安排的填0。"), rows=("prior-lines", "crossings"), compares="last_year",
            groups=sheet("基本信息", title=_("是否列全"), keys=lambda key: key in ("last_year.complete", "budget.complete")),
        ),
        Section("reasons", _("增减原因"), _("每一处要说明的增减都在这里，连同它的两个数；写事实，不写“因工作需要”。"), compares="reasons"),
        Section("terms", _("名词解释"), _("文件里用到的科目和通用名词由平台解释；这里只写本单位自己的名词。"), rows=("terms",)),
        Section("evaluation", _("自评文字"), _("自评说明和评价报告。"), groups=written, only=Kind.FINAL),
    )
}  # fmt: skip


def sections_of(filing: Filing) -> list[Section]:
    """The sections of a document of this kind."""
    return [each for each in SECTIONS.values() if each.only in ("", filing.kind)]


def section_of(rule: str, statement: str, row: str) -> str:
    """Where a finding is mended: by its rule where the place alone does not tell, else by its place."""
    by_rule = {"N01": "last-year", "N02": "reasons", "N03": "reasons", "N04": "reasons", "N20": "last-year"}
    if rule in by_rule:
        return by_rule[rule]
    if rule.startswith("P") and statement != "YX09":
        return "goals"
    if statement == "text":
        return next((section for start, section in TEXTS.items() if row.startswith(start)), "overview")
    return {"YX06": "people", "YX05": "assets", "YX04": "procurement", "YX07": "reasons", "YX09": "projects"}.get(statement, "ledger")


TEXTS = {
    "1/二": "people", "duties": "overview", "offices": "overview", "1": "overview", "projects": "projects", "terms": "terms", "4": "terms",
    "reasons": "reasons", "goal": "goals", "evaluation": "evaluation", "report": "evaluation", "reception": "three-public", "3": "reasons",
}  # fmt: skip
