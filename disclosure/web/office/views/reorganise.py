"""Reorganisation in two steps: what would happen is shown, and what was shown is carried out."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from agencies.keeping import NotKept
from agencies.people.roles import Permission
from agencies.reorganising import effects, reorganise
from disclosure.web.office.doors import READ_AND_WRITE, OfficeRequest, door
from disclosure.web.office.forms_reorganise import ReorganiseForm

PAGE = "office/agencies/reorganise.html"


@door(Permission.KEEP_REGISTER, methods=READ_AND_WRITE)
def agencies_reorganise(request: OfficeRequest) -> HttpResponse:
    form = ReorganiseForm(request.POST or None, initial={"year": localdate().year})
    if not form.is_valid():
        return render(request, PAGE, {"form": form})
    order, bureau = form.order(request.user), request.user.bureau
    try:
        if "confirmed" not in request.POST:
            said = [(name, request.POST.get(name, "")) for name in form.fields]
            return render(request, "office/agencies/effects.html", {"effects": effects(order, bureau), "order": order, "said": said})
        reorganise(order=order, bureau=bureau, by=request.user)
    except NotKept as error:
        form.add_error(None, str(error))
        return render(request, PAGE, {"form": form})
    messages.success(request, _("机构调整已办理。已公开的文件仍在原地址。"))
    return redirect("agencies")
