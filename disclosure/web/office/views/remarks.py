"""Words beside a filing: a comment at a place, an answer, why a warning is right."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from agencies.people.access import found
from agencies.people.roles import Permission
from disclosure.exports.places import places_of
from disclosure.filings.models import Filing
from disclosure.releases.models import Anchor, Comment
from disclosure.releases.workflow.remarks import comment, justify, last_years_words, place_of, reply
from disclosure.releases.workflow.standing import standing_or_none
from disclosure.releases.workflow.taking import NotTaken, stand
from disclosure.web.office.doors import READ_AND_WRITE, OfficeRequest, door
from disclosure.web.office.forms_filings import CommentForm, JustifyForm, ReplyForm
from disclosure.web.office.pages import form_page
from disclosure.web.office.views.filings import ROWS

SEE = Permission.SEE_FILINGS


@door(SEE, methods=READ_AND_WRITE)
def comment_new(request: OfficeRequest, number: int) -> HttpResponse:
    """?anchor=cell&row=YS03/2101501 offers the cells of the row; ?anchor=section&address=2/一 is one place."""
    one = found(ROWS.all(), by=request.user, permission=SEE, pk=number)
    asked = request.POST or request.GET
    form = CommentForm(request.POST or None, initial={"anchor": asked.get("anchor") or Anchor.FILING, "address": asked.get("address", "")})
    title = offer(form, one, asked.get("row", ""), asked.get("anchor") or Anchor.FILING, asked.get("address", ""))
    if form.is_valid():
        try:
            standing = stand(one)
            place = place_of(standing, form.cleaned_data["anchor"] or Anchor.FILING, form.cleaned_data["address"])
            comment(standing=standing, place=place, text=form.cleaned_data["text"], by=request.user)
            messages.success(request, _("意见已记下，填报人会收到。"))
            return redirect("filing", one.pk)
        except NotTaken as refused:
            for problem in refused.problems:
                form.add_error(None, problem)
    return form_page(request, form, title=title, up="filings", words=_("填报"))


def offer(form: CommentForm, one: Filing, row: str, anchor: str, address: str) -> str:
    """The words of the place; of a row its cells are offered."""
    standing = standing_or_none(one)
    if standing is None or anchor not in (Anchor.CELL, Anchor.SENTENCE, Anchor.SECTION):
        return _("对%s提意见") % one
    places = places_of(standing.document, anchor)
    wanted = row or (address.rpartition("/")[0] if anchor == Anchor.CELL else "")
    of_row = [(key, words) for key, words in places.items() if wanted and key.rpartition("/")[0] == wanted]
    if of_row and anchor == Anchor.CELL:
        form.offer(of_row)
        return _("对一格提意见")
    return _("对“%s”提意见") % places.get(address, one)


@door(Permission.PREPARE, methods=READ_AND_WRITE)
def comment_reply(request: OfficeRequest, number: int) -> HttpResponse:
    remark = found(Comment.objects.select_related("filing__agency_year", "by"), by=request.user, permission=Permission.PREPARE, pk=number)
    form = ReplyForm(request.POST or None, initial={"text": remark.answer})
    if form.is_valid():
        try:
            reply(remark=remark, text=form.cleaned_data["text"], by=request.user)
            return redirect("filing", remark.filing_id)
        except NotTaken as refused:
            form.add_error("text", "；".join(refused.problems))
    return form_page(request, form, title=_("答复：%s") % remark.text[:40], up="filings", words=_("填报"))


@door(Permission.PREPARE, methods=READ_AND_WRITE)
def justify_finding(request: OfficeRequest, number: int) -> HttpResponse:
    one = found(ROWS.all(), by=request.user, permission=Permission.PREPARE, pk=number)
    finding = request.GET.get("finding", "")
    words = last_years_words(standing=stand(one), finding=finding) if finding and request.method == "GET" else ""
    form = JustifyForm(request.POST or None, initial={"finding": finding, "text": words})
    if words:
        form.fields["text"].help_text = _("这里是上年对同一条预警的说明，核对、改成今年的情况再提交。")
    if form.is_valid():
        try:
            justify(standing=stand(one), finding=form.cleaned_data["finding"], text=form.cleaned_data["text"], by=request.user)
            return redirect("filing", one.pk)
        except NotTaken as refused:
            form.add_error("text", "；".join(refused.problems))
    return form_page(request, form, title=_("说明一条预警"), up="filings", words=_("填报"))
