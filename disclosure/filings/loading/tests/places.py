"""A bureau with departments, units and a campaign; exports of its system as its clerks would make them."""

from agencies.tests.places import agency, bureau, person
from disclosure.core.words import Kind
from disclosure.filings.campaign_models import Campaign, Stage
from disclosure.filings.campaigning import open_campaign
from disclosure.filings.loading.working import hand_in_load
from disclosure.filings.models import Filing, Load
from disclosure.filings.tests.books import book
from disclosure.jobs.work import run

YEAR = 2024
HEAD = ("单位编码", "单位名称", "功能科目", "经济科目", "项目", "资金性质", "金额")


def place(units=2, kind=Kind.BUDGET):
    """A department 301 with its units 301001, …; the campaign is open. Gives who loads."""
    of = bureau()
    agency("301", "城市管理局", of=of, year=YEAR)
    for number in range(1, units + 1):
        agency(f"301{number:03}", f"第{number}中心", of=of, year=YEAR, kind="institution")
    campaign = Campaign.objects.create(bureau=of, year=YEAR, kind=kind, pack="jiangxi", stages=list(Stage.values))
    by = person("loader", "lead_reviewer", of=of, remit=kind)
    open_campaign(campaign=campaign, by=by)
    return by


def export(rows, head=HEAD, titles=(("2024年部门预算明细表",), ("单位：元",)), sheet="明细"):
    return book({sheet: [*titles, head, *rows]})


def row(unit="301001", function="2101501 行政运行", economic="30101", project=None, source="一般公共预算", amount=1000.5):
    return (unit, "第1中心", function, economic, project, source, amount)


def loaded(by, body, kind=Kind.BUDGET, unit="yuan"):
    """The export handed in, and read."""
    load, job = hand_in_load(bureau=by.bureau, year=YEAR, kind=kind, unit=unit, name="明细.xlsx", body=body, by=by)
    run(job.pk)
    return Load.objects.get(pk=load.pk)


def written(load, by, over=()):
    from disclosure.filings.loading.working import ask_to_write

    job = ask_to_write(load=load, over=over, by=by)
    run(job.pk)
    job.refresh_from_db()
    return job


def filing(code, kind=Kind.BUDGET):
    return Filing.objects.get(agency_year__code=code, agency_year__year=YEAR, kind=kind)


def ledger(of):
    """The lines of a filing, told shortly."""
    from disclosure.filings.models import Line

    rows = Line.objects.filter(filing=of).select_related("unit", "project").order_by("position")
    return [
        (
            each.unit.code,
            each.function,
            each.economic,
            each.nature,
            each.project.name if each.project else "",
            each.source,
            str(each.amount),
        )
        for each in rows
    ]
