"""The addresses of reports. They have rows of their own in policy.toml."""

from django.urls import path

from disclosure.web.report.views import report, report_receipt

urlpatterns = [
    path("report/", report, name="report"),
    path("report/<slug:receipt>/", report_receipt, name="report_receipt"),
]
