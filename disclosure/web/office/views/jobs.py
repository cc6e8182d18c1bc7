"""我的任务: what runs for this person, how far, and what came of it."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from disclosure.jobs.asking import ask_to_end
from disclosure.jobs.models import Job, Status
from disclosure.web.office.doors import WRITE, OfficeRequest, door

SHOWN = 100


@door(None)
def jobs(request: OfficeRequest) -> HttpResponse:
    rows = Job.objects.filter(person=request.user)
    batch = as_batch(request.GET.get("batch", ""))
    if batch is not None:
        rows = rows.filter(batch=batch)
    shown = list(rows[:SHOWN])
    open_ones = [each for each in shown if not each.has_ended]
    ahead = Job.objects.filter(status=Status.QUEUED, pk__lt=min((each.pk for each in open_ones), default=0)).count()
    done = sum(each.has_ended for each in shown)
    return render(request, "office/jobs/list.html", {"rows": shown, "batch": batch, "done": done, "runs": bool(open_ones), "ahead": ahead})


def as_batch(said: str) -> UUID | None:
    try:
        return UUID(said)
    except ValueError:
        return None


def own(request: OfficeRequest, number: int) -> Job:
    """The person's own job, else 404."""
    found = Job.objects.filter(person=request.user, pk=number).first()
    if found is None:
        raise Http404
    return found


@door(None)
def job(request: OfficeRequest, number: int) -> HttpResponse:
    one = own(request, number)
    return render(request, "office/jobs/job.html", {"job": one, "ahead": Job.objects.filter(status=Status.QUEUED, pk__lt=one.pk).count()})


@door(None, methods=WRITE)
def job_cancel(request: OfficeRequest, number: int) -> HttpResponse:
    one = own(request, number)
    if ask_to_end(job=one):
        messages.success(request, _("已要求取消；正在排版的会马上停下，已经入库的不受影响。"))
    else:
        messages.error(request, _("任务已经结束，不能取消。"))
    return redirect("job", one.pk)
