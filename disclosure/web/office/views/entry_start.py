"""Where a filing begins: from the bureau's load, last year's words, a workbook, or blank; and the loaded ledger that the clerk confirms."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from agencies.people.models import Person
from disclosure.filings.entry import starting
from disclosure.filings.entry.writing import NotWritten
from disclosure.filings.models import Filing
from disclosure.web.office.doors import WRITE, OfficeRequest, door
from disclosure.web.office.views.entry import PREPARE, entering


def confirmed(filing: Filing, by: Person) -> str:
    starting.confirm_ledger(filing=filing, by=by)
    return _("已记下：明细核对无误。")


def reloaded(filing: Filing, by: Person) -> str:
    return _("已改回财政部门导入的%s行明细。") % starting.take_ledger(filing=filing, by=by)


def continued(filing: Filing, by: Person) -> str:
    return _("已带来上年的职责、处室、名词和项目说明，共%s处。请逐处改成今年的。") % starting.take_last_year(filing=filing, by=by)


WAYS: dict[str, tuple[Callable[[Filing, Person], str], str]] = {
    "confirm": (confirmed, "ledger"), "load": (reloaded, "ledger"), "last-year": (continued, "overview"),
}  # fmt: skip


@door(PREPARE, methods=WRITE)
def entry_start(request: OfficeRequest, number: int) -> HttpResponse:
    """One of the ways; it leads to the section that it filled."""
    page = entering(request, number)
    way, section = WAYS.get(request.POST.get("way", ""), (None, ""))
    if way is None:
        return redirect("entry", number)
    try:
        messages.success(request, way(page.filing, request.user))
    except NotWritten as refused:
        messages.error(request, str(refused))
    return redirect("entry_section", number, section)
