"""One's own account, and opening it with a one-time code."""

from allauth.mfa.models import Authenticator
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from agencies.people.access import held
from agencies.people.one_time_codes import activate as activate_person
from agencies.people.one_time_codes import valid_code
from disclosure.web.office.doors import READ_AND_WRITE, OfficeRequest, door
from disclosure.web.office.forms_account import OneTimeCodeForm
from disclosure.web.office.session_rules import needs_second_factor


@door(None)
def account(request: OfficeRequest) -> HttpResponse:
    factors = set(Authenticator.objects.filter(user=request.user).values_list("type", flat=True))
    context = {
        "appointments": held(request.user),
        "has_totp": Authenticator.Type.TOTP in factors,
        "has_codes": Authenticator.Type.RECOVERY_CODES in factors,
        "must_have_totp": needs_second_factor(request.user),
    }
    return render(request, "office/account/account.html", context)


@door(None)
def to_account(request: OfficeRequest) -> HttpResponse:
    return redirect("account")


def activate(request: HttpRequest) -> HttpResponse:
    """Open to everybody: the code is the proof. What is wrong is answered alike for every name."""
    if request.method not in READ_AND_WRITE:
        return HttpResponseNotAllowed(READ_AND_WRITE)
    form = OneTimeCodeForm(request.POST or None, request=request)
    if request.method == "POST" and form.is_valid() and form.person:
        code = valid_code(form.person, form.cleaned_data["code"])
        if code:
            activate_person(person=form.person, code=code, password=form.cleaned_data["password1"])
            messages.success(request, _("密码已设好，请用它登录。"))
            return redirect("account_login")
    return render(request, "office/account/activate.html", {"form": form})
