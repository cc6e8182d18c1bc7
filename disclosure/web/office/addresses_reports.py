"""The addresses of reports of the public."""

from django.urls import URLPattern, path

from disclosure.web.office.views import reports as report

urlpatterns: list[URLPattern] = [
    path("reports/", report.reports, name="reports"),
    path("reports/<int:number>/", report.report_one, name="report_one"),
    path("reports/<int:number>/answer/", report.report_answer, name="report_answer"),
    path("reports/<int:number>/publish/", report.report_publish, name="report_publish"),
    path("reports/<int:number>/decline/", report.report_decline, name="report_decline"),
]
