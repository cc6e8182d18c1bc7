"""Places for tests of browsing and comparing: a handful of agencies with documents of several years."""

from agencies.models import AgencyYear, Bureau
from disclosure.exports.tests.documents import columns, panel, row, statement
from disclosure.web.public.names import names
from disclosure.web.public.tests.documents import document
from disclosure.web.public.tests.releases import publish


def named(code, name, year=2024, **changes):
    """The invented archive's document under another name."""
    made = document()
    agency = made["agency"] | {"code": code, "name": name}
    return made | {"agency": agency, "year": year, "title": f"{name}{year}年单位预算"} | changes


def received(code, name, yuan, year=2024):
    """With the total of its 三公, all of it 公务接待."""
    made = named(code, name, year)
    total = row("total", "“三公”经费", (yuan, yuan), ("total", "reception"), "total")
    added = statement(
        8, "three_public_total", "“三公”经费", [panel("out", [], columns(("total", "合计"), ("reception", "公务接待费")), [total])]
    )
    return made | {"statements": [*made["statements"], {**added, "code": "YX08", "printed": False, "number": None}]}


def three():
    """Three units, of which the second published two years."""
    releases = [
        publish(named("307001", "安澜市档案馆")),
        publish(named("307002", "安澜市医疗保障局", 2023)),
        publish(named("307002", "安澜市医疗保障局", 2024)),
        publish(named("307003", "安澜市人力资源和社会保障局")),
    ]
    one_agency("307002")
    return releases


def one_agency(code):
    """The same agency in every year."""
    newest = AgencyYear.objects.filter(code=code).order_by("-year").first()
    AgencyYear.objects.filter(code=code).update(agency=newest.agency)
    names.forget()


def show(*, late=False, ranks=False):
    Bureau.objects.filter(pk="361100").update(shows_late=late, shows_ranks=ranks)
