"""A report of a mistake with its published answer, for tests of what the public reads."""

from agencies.tests.places import bureau, person
from disclosure.reports.models import Report


def answered(release):
    one, other = person("answers", of=bureau("361100", "安澜市")), person("publishes", of=bureau("361100", "安澜市"))
    report = Report.objects.create(
        receipt="A",
        token="A",
        bureau_id="361100",
        agency=release.filing.agency_year.agency,
        agency_code="307001",
        release=release,
        matter="figure",
        text="x",
    )
    said = {
        "question": "表3为什么少了？",
        "answer": "已核对。",
        "outcome": "right",
        "answered_by": one,
        "answered_at": "2026-01-01T00:00+08:00",
    }
    Report.objects.filter(pk=report.pk).update(state="answered", **said)
    Report.objects.filter(pk=report.pk).update(state="published", closed_by=other, closed_at="2026-01-02T00:00+08:00")
