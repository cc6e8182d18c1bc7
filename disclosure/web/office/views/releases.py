"""Releases in the office: what is to come, what is public, what was withdrawn; cancelling, withdrawing, purging; many at once."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from agencies.people.access import found, may, within
from agencies.people.roles import Permission
from disclosure.filings.models import Filing
from disclosure.filings.states import State
from disclosure.releases import events
from disclosure.releases.models import Happening, Release, ReleaseEvent
from disclosure.releases.publishing import ask_for_batch
from disclosure.releases.workflow.standing import last_releases, standing_or_none
from disclosure.releases.workflow.taking import NotTaken
from disclosure.web.office.doors import READ_AND_WRITE, WRITE, OfficeRequest, door
from disclosure.web.office.forms_filings import StepForm, WhenForm, WithdrawForm
from disclosure.web.office.forms_people import WhyForm
from disclosure.web.office.pages import Above, form_page
from disclosure.web.office.views.filings import ROWS

SEE, PUBLISH = Permission.SEE_FILINGS, Permission.PUBLISH
ABOVE: Above = {"up": "releases", "words": gettext_lazy("公开")}
SHOWN = 200


@door(SEE)
def releases(request: OfficeRequest) -> HttpResponse:
    rows = within(Release.objects.defer("document"), by=request.user, permission=SEE).order_by("-pk")[:SHOWN]
    known = last_releases([each.filing_id for each in rows])
    requests = within(events.open_requests(), by=request.user, permission=PUBLISH) if may(request.user, PUBLISH) else []
    context = {
        "rows": [(each, known.get(each.filing_id)) for each in rows],
        "requests": [(each, events.is_overdue(each), each.by_id == request.user.pk) for each in requests],
        "publishes": may(request.user, PUBLISH),
    }
    return render(request, "office/releases/list.html", context)


@door(SEE)
def release(request: OfficeRequest, number: int) -> HttpResponse:
    one = found(Release.objects.defer("document").select_related("filing"), by=request.user, permission=SEE, pk=number)
    publishes = within(Filing.objects.filter(pk=one.filing_id), by=request.user, permission=PUBLISH).exists()
    waiting = list(events.open_requests().filter(release=one))
    context = {
        "release": one,
        "last": last_releases([one.filing_id]).get(one.filing_id),
        "events": one.events.select_related("by"),
        "files": one.files.defer("body").order_by("name"),
        "withdrawal": events.standing_withdrawal(one),
        "is_public": Release.objects.published().filter(pk=one.pk).exists(),
        "is_cancelled": one.events.filter(kind=Happening.CANCELLED).exists(),
        "waiting": [(each, each.by_id == request.user.pk) for each in waiting],
        "publishes": publishes,
    }
    return render(request, "office/releases/release.html", context)


@door(PUBLISH, methods=READ_AND_WRITE, fresh=True)
def release_cancel(request: OfficeRequest, number: int) -> HttpResponse:
    one = found(Release.objects.defer("document").select_related("filing"), by=request.user, permission=PUBLISH, pk=number)
    standing = standing_or_none(one.filing)
    form = StepForm(request.POST or None, initial={"seen": standing.seen if standing else ""})
    form.ask_why(_("原因"))
    if form.is_valid():
        try:
            events.cancel(release=one, by=request.user, seen=form.cleaned_data["seen"], why=form.cleaned_data["why"])
            messages.success(request, _("已撤销定时，没有公开过，版次不占。"))
            return redirect("filing", one.filing_id)
        except NotTaken as refused:
            form.add_error("why", "；".join(refused.problems))
    return form_page(request, form, title=_("撤销定时公开：%s") % one, **ABOVE, back=reverse("release_office", args=[one.pk]))


@door(PUBLISH, methods=READ_AND_WRITE, fresh=True)
def release_withdraw(request: OfficeRequest, number: int) -> HttpResponse:
    one = found(Release.objects.defer("document").select_related("filing"), by=request.user, permission=PUBLISH, pk=number)
    standing = Release.objects.published().without(Happening.WITHDRAWN).filter(filing=one.filing_id).defer("document").order_by("version")
    versions = {each.pk: each for each in standing}
    offered = [(pk, _("第%s版") % each.version) for pk, each in versions.items()]
    form = WithdrawForm(request.POST or None, versions=offered, initial={"versions": [one.pk]})
    if form.is_valid():
        said = form.cleaned_data
        chosen = [versions[int(pk)] for pk in said["versions"]]
        try:
            events.withdraw(releases=chosen, withdrawal=said["withdrawal"], why=said["why"], urgent=said["urgent"], by=request.user)
            messages.success(
                request, _("已撤下，请另一位发布人24小时内复核。") if said["urgent"] else _("已申请，另一位发布人同意后撤回。")
            )
            return redirect("release_office", one.pk)
        except NotTaken as refused:
            form.add_error("versions", "；".join(refused.problems))
    return form_page(request, form, title=_("撤回：%s") % one.title, **ABOVE, back=reverse("release_office", args=[one.pk]))


@door(PUBLISH, methods=WRITE, fresh=True)
def event_agree(request: OfficeRequest, number: int) -> HttpResponse:
    """The second person: withdraws, confirms, or purges."""
    asked = found(ReleaseEvent.objects.select_related("release__filing", "by"), by=request.user, permission=PUBLISH, pk=number)
    try:
        if asked.kind == Happening.PURGE_REQUESTED:
            events.purge(request=asked, by=request.user)
        else:
            events.agree(request=asked, by=request.user)
        messages.success(request, _("已办理：%s。") % asked.get_kind_display())
    except NotTaken as refused:
        messages.error(request, "；".join(refused.problems))
    return redirect("release_office", asked.release_id)


@door(PUBLISH, methods=READ_AND_WRITE, fresh=True)
def event_give_back(request: OfficeRequest, number: int) -> HttpResponse:
    asked = found(ReleaseEvent.objects.select_related("release__filing", "by"), by=request.user, permission=PUBLISH, pk=number)
    form = WhyForm(request.POST or None)
    if form.is_valid():
        try:
            events.give_back(request=asked, by=request.user, why=form.cleaned_data["why"])
            messages.success(request, _("已恢复公开。"))
            return redirect("release_office", asked.release_id)
        except NotTaken as refused:
            form.add_error("why", "；".join(refused.problems))
    return form_page(
        request, form, title=_("恢复公开：%s") % asked.release, **ABOVE, back=reverse("release_office", args=[asked.release_id])
    )


@door(PUBLISH, methods=READ_AND_WRITE, fresh=True)
def release_purge(request: OfficeRequest, number: int) -> HttpResponse:
    one = found(Release.objects.defer("document").select_related("filing"), by=request.user, permission=PUBLISH, pk=number)
    form = WhyForm(request.POST or None)
    if form.is_valid():
        try:
            events.ask_to_purge(release=one, by=request.user, why=form.cleaned_data["why"])
            messages.success(request, _("已申请清除，另一位发布人同意后清除内容；校验值和记录保留。"))
            return redirect("release_office", one.pk)
        except NotTaken as refused:
            form.add_error("why", "；".join(refused.problems))
    return form_page(request, form, title=_("清除内容：%s") % one, **ABOVE, back=reverse("release_office", args=[one.pk]))


@door(PUBLISH, methods=READ_AND_WRITE, fresh=True)
def release_batch(request: OfficeRequest) -> HttpResponse:
    """Everything that is 待公开, to be released at once or at one second."""
    ready = within(ROWS.filter(state=State.READY), by=request.user, permission=PUBLISH).order_by("agency_year__code")
    form = WhenForm(request.POST or None, initial={"when": WhenForm.NOW})
    if form.is_valid():
        chosen = ready.filter(pk__in=[pk for pk in request.POST.getlist("filing") if pk.isdigit() and len(pk) < 16])
        try:
            batch, count = ask_for_batch(filings=chosen, by=request.user, publish_at=form.moment())
            if count:
                messages.success(request, _("已排队%s份。") % count)
                return redirect(f"{reverse('jobs')}?batch={batch}")
            form.add_error(None, _("没有选文件，或者选的都不能由您公开。"))
        except NotTaken as refused:
            form.add_error("at", "；".join(refused.problems))
    return render(request, "office/releases/batch.html", {"form": form, "ready": ready})
