"""Answers reports: one person answers, another makes it public; what does not belong in public is declined with a reason."""

from django.db import transaction
from django.db.models.functions import Now
from django.utils.translation import gettext as _

from agencies.people.models import Person
from disclosure.audit.acting import acting
from disclosure.pub.answer_models import Outcome
from disclosure.releases.models import Release
from disclosure.reports.models import Report, ReportState

OPEN = (ReportState.RECEIVED, ReportState.ANSWERED)


class NotAnswered(Exception):
    """Why it cannot be done; the words are for the person."""


def answer(*, report: Report, outcome: str, question: str, words: str, by: Person) -> None:
    """Words for the public, to be published by another. Raises NotAnswered."""
    with transaction.atomic(), acting(by):
        one = _locked(report, OPEN, _("这件纠错已经办结，不能再改答复。"))
        if outcome == Outcome.CORRECTED and one.release is not None and not newer(one.release):
            raise NotAnswered(_("这份文件还没有更正后的新版本。先更正并公开，或者选“属实，将要更正”。"))
        one.state, one.outcome, one.question, one.answer = ReportState.ANSWERED, outcome, question, words
        one.answered_by, one.answered_at = by, Now()
        one.save(update_fields=["state", "outcome", "question", "answer", "answered_by", "answered_at"])


def newer(release: Release) -> bool:
    """Whether a later version of the document is in force, or the version itself is public no more."""
    same = {"region": release.region, "agency_code": release.agency_code, "year": release.year, "kind": release.kind}
    return not Release.objects.in_force().filter(**same, version__lte=release.version).exists()


def publish(*, report: Report, by: Person) -> None:
    """Question and answer become public. Raises NotAnswered."""
    with transaction.atomic(), acting(by):
        one = _locked(report, (ReportState.ANSWERED,), _("没有等待公开的答复。"))
        if one.answered_by_id == by.pk:
            raise NotAnswered(_("答复是您写的，请另一位发布人公开。"))
        _close(one, ReportState.PUBLISHED, by)


def decline(*, report: Report, why: str, erase: bool, by: Person) -> None:
    """Not for the public, or taken down again. `erase`: the words themselves go too, as where they name people. Raises NotAnswered."""
    with transaction.atomic(), acting(by, why=why):
        one = _locked(report, (*OPEN, ReportState.PUBLISHED), _("这件纠错已经办结。"))
        one.why = why
        if erase:
            one.text, one.place, one.question = "", "", ""
        _close(one, ReportState.DECLINED, by)


def _close(one: Report, state: ReportState, by: Person) -> None:
    one.state, one.closed_by, one.closed_at = state, by, Now()
    one.save(update_fields=["state", "closed_by", "closed_at", "why", "text", "place", "question"])


def _locked(report: Report, states: tuple[ReportState, ...], refusal: str) -> Report:
    """The row as it is now; two people do not do the same thing."""
    one = Report.objects.select_for_update(of=("self",)).select_related("release").get(pk=report.pk)
    if one.state not in states:
        raise NotAnswered(refusal)
    return one
