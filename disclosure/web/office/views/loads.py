"""成批导入: the bureau hands in one export of all agencies, says what its words mean, looks at what comes of it, and has it written."""

from decimal import Decimal
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from agencies.people.access import found, within
from agencies.people.roles import Permission
from disclosure.filings.loading.working import ask_to_write, hand_in_load, remember
from disclosure.filings.loading.writing import Fate
from disclosure.filings.models import Load
from disclosure.jobs.models import ENDED, Job
from disclosure.web.office.doors import READ_AND_WRITE, WRITE, OfficeRequest, door
from disclosure.web.office.forms_workbooks import LoadForm, WordsForm
from disclosure.web.office.pages import Above, form_page
from disclosure.web.office.views.campaigns import ABOVE as CAMPAIGNS
from disclosure.web.office.views.campaigns import kinds_of

KEEP = Permission.KEEP_CAMPAIGNS
ABOVE: Above = {"up": "loads", "words": gettext_lazy("成批导入")}
SHOWN = 600
WITHOUT_BODY = ("body",)


@door(KEEP)
def loads(request: OfficeRequest) -> HttpResponse:
    rows = within(Load.objects.defer(*WITHOUT_BODY).select_related("by"), by=request.user, permission=KEEP)
    return render(request, "office/loads/list.html", {"rows": rows[:100], "above": CAMPAIGNS})


@door(KEEP, methods=READ_AND_WRITE)
def load_new(request: OfficeRequest) -> HttpResponse:
    """The export is kept and a job reads it; nothing is written to any filing yet."""
    form = LoadForm(request.POST or None, request.FILES or None, initial={"year": localdate().year})
    if form.is_valid():
        said = form.cleaned_data
        if said["kind"] in kinds_of(request.user):
            file = said.pop("workbook")
            _load, job = hand_in_load(bureau=request.user.bureau, name=file.name, body=file.read(), by=request.user, **said)
            return redirect("job", job.pk)
        form.add_error("kind", _("您的职责不管这种文件。预算由预算股导入，决算由国库股导入。"))
    return form_page(request, form, title=_("导入全部单位的明细"), **ABOVE)


@door(KEEP, methods=READ_AND_WRITE)
def load(request: OfficeRequest, number: int) -> HttpResponse:
    """As far as it is: what has to be said, what is wrong, what would be written, what was."""
    one = found(Load.objects.defer(*WITHOUT_BODY).select_related("by"), by=request.user, permission=KEEP, pk=number)
    form = WordsForm(one.questions, request.POST or None)
    if one.questions and form.is_valid():
        return redirect("job", remember(load=one, answers=form.answers(), by=request.user).pk)
    return render(request, "office/loads/load.html", {"load": one, "form": form, **shown(one), "job": job_of(one)})


def shown(one: Load) -> dict[str, Any]:
    """The rows of the preview, those that need a look first."""
    rows = [{**row, "words": Fate(row["fate"]).label, "total": f"{Decimal(row['total']):,.2f}"} for row in one.preview.get("rows", [])]
    rows.sort(key=lambda row: (not row["differences"], row["fate"] != Fate.CHANGED))
    counts = {label: sum(row["fate"] == fate for row in rows) for fate, label in Fate.choices}
    differing = sum(bool(row["differences"]) for row in rows)
    return {"rows": rows[:SHOWN], "counts": [(label, count) for label, count in counts.items() if count], "differing": differing}


def job_of(one: Load) -> Job | None:
    """The job that works on it now."""
    return Job.objects.filter(kind__in=("read_load", "write_load"), arguments__load=one.pk).exclude(status__in=ENDED).first()


@door(KEEP, methods=WRITE)
def load_write(request: OfficeRequest, number: int) -> HttpResponse:
    """A job writes what was shown; changes by hand give way only where they were ticked."""
    one = found(Load.objects.defer(*WITHOUT_BODY), by=request.user, permission=KEEP, pk=number)
    if one.stage != "read" or one.kind not in kinds_of(request.user) or job_of(one):
        messages.error(request, _("现在不能导入：先要读好、核对，并且没有别的任务正在处理它。"))
        return redirect("load", one.pk)
    over = [int(each) for each in request.POST.getlist("over") if each.isdigit()]
    return redirect("job", ask_to_write(load=one, over=over, by=request.user).pk)
