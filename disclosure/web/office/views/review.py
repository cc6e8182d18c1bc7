"""Review by exception: everything that waits for this person, the unusual to be looked at, the rest to be passed at once."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from agencies.people.roles import Permission
from disclosure.releases.workflow.exceptions import UNDO, Turn, ask_to_review, turns
from disclosure.web.office.doors import READ_AND_WRITE, OfficeRequest, door


@door(Permission.SEE_FILINGS, methods=READ_AND_WRITE)
def filing_review(request: OfficeRequest) -> HttpResponse:
    waiting = turns(request.user)
    clean = [turn for turn in waiting if turn.is_clean]
    if request.method == "POST":
        job = ask_to_review(chosen=[turn for turn in clean if key_of(turn) in request.POST.getlist("turn")], by=request.user)
        if job is not None:
            messages.success(request, _("%s秒后办理，在这之前可以撤销（点“取消”）。") % UNDO.seconds)
            return redirect("job", job.pk)
        messages.error(request, _("没有选文件，或者选的在您打开页面之后有变化。请重新选。"))
    context = {"clean": [(turn, key_of(turn)) for turn in clean], "unusual": [turn for turn in waiting if not turn.is_clean]}
    return render(request, "office/filings/review.html", context)


def key_of(turn: Turn) -> str:
    """The filing as the page showed it."""
    return f"{turn.filing.pk}:{turn.step.code}:{turn.seen}"
