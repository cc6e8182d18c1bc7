"""The bureaus: one's own, and those below it."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from agencies.keeping import NotKept, add_bureau, change_bureau
from agencies.models import Bureau
from agencies.people.access import found
from agencies.people.roles import Permission
from disclosure.web.office.doors import READ_AND_WRITE, OfficeRequest, door
from disclosure.web.office.forms_agencies import BureauChangeForm, BureauForm
from disclosure.web.office.pages import Above, form_page

ABOVE: Above = {"up": "bureaus", "words": gettext_lazy("财政部门")}
KEEP = Permission.KEEP_BUREAUS
SETTINGS = ("name", "shows_late", "shows_ranks")


@door(KEEP)
def bureaus(request: OfficeRequest) -> HttpResponse:
    own = request.user.bureau
    return render(request, "office/bureaus/list.html", {"own": own, "lower": own.lower.select_related("region")})


@door(KEEP, methods=READ_AND_WRITE)
def bureau_new(request: OfficeRequest) -> HttpResponse:
    form = BureauForm(request.POST or None)
    if form.is_valid():
        try:
            made = add_bureau(**form.cleaned_data, upper=request.user.bureau, by=request.user)
            messages.success(request, _("已登记%(name)s。它的三个管理员请用命令first_people建立。") % {"name": made.name})
            return redirect("bureaus")
        except NotKept as error:
            form.add_error("region", str(error))
    return form_page(request, form, title=_("登记下级财政部门"), **ABOVE)


@door(KEEP, methods=READ_AND_WRITE)
def bureau_edit(request: OfficeRequest, region: str) -> HttpResponse:
    bureau = found(Bureau.objects.all(), by=request.user, permission=KEEP, pk=region)
    form = BureauChangeForm(request.POST or None, initial={name: getattr(bureau, name) for name in SETTINGS})
    if form.is_valid():
        change_bureau(bureau=bureau, **form.cleaned_data, by=request.user)
        return redirect("bureaus")
    return form_page(request, form, title=_("修改财政部门"), **ABOVE)
