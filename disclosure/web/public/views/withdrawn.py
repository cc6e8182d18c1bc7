"""The page of what is withdrawn: its address, title, date and reason, and nothing of what it said. 410, never 404."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.timezone import localtime
from django.utils.translation import gettext_lazy as _

from disclosure.exports.dates import spoken_time
from disclosure.pub.models import Release

# What the public is told of each type; the codes are those of the office.
TYPES: dict[str, Promise] = {
    "published_in_error": _("公开有误"),
    "superseded": _("已有新的文件代替"),
    "secrecy": _("含有不宜公开的内容"),
}


def gone(request: HttpRequest, found: Release, instead: Release | None) -> HttpResponse:
    """`instead`: the version in force, if any."""
    assert found.withdrawn_at is not None
    context = {
        "release": found,
        "what": TYPES.get(found.withdrawal or "", ""),
        "published": spoken_time(localtime(found.publish_at)),
        "withdrawn": spoken_time(localtime(found.withdrawn_at)),
        "instead": instead,
    }
    return render(request, "public/withdrawn.html", context, status=410)
