"""The addresses of the audit trail."""

from django.urls import URLPattern, path

from disclosure.web.office.views.audit import audit, audit_entry

urlpatterns: list[URLPattern] = [
    path("audit/", audit, name="audit"),
    path("audit/<int:number>/", audit_entry, name="audit_entry"),
]
