"""The addresses of the entry of a filing, all below the filing's own."""

from django.urls import URLPattern, path

from disclosure.web.office.views import entry, entry_preview, entry_rows, entry_start, entry_workbook

ROWS = "filings/<int:number>/entry/<slug:section>/<slug:rows_name>/"

urlpatterns: list[URLPattern] = [
    path("filings/<int:number>/entry/", entry.entry, name="entry"),
    path("filings/<int:number>/entry/start/", entry_start.entry_start, name="entry_start"),
    path("filings/<int:number>/entry/preview/", entry_preview.entry_preview, name="entry_preview"),
    path("filings/<int:number>/entry/preview/page/", entry_preview.entry_preview_page, name="entry_preview_page"),
    path("filings/<int:number>/entry/preview/draft.pdf", entry_preview.entry_preview_pdf, name="entry_preview_pdf"),
    path("filings/<int:number>/entry/workbook/", entry_workbook.entry_workbook, name="entry_workbook"),
    path("filings/<int:number>/entry/upload/", entry_workbook.entry_upload, name="entry_upload"),
    path("filings/<int:number>/entry/upload/marked.xlsx", entry_workbook.entry_marked, name="entry_marked"),
    path("filings/<int:number>/entry/import/", entry_workbook.entry_import, name="entry_import"),
    path("filings/<int:number>/entry/<slug:section>/", entry.entry_section, name="entry_section"),
    path(f"{ROWS}new/", entry_rows.entry_row_new, name="entry_row_new"),
    path(f"{ROWS}undo/", entry_rows.entry_undo, name="entry_undo"),
    path(f"{ROWS}<int:row>/", entry_rows.entry_row, name="entry_row"),
    path(f"{ROWS}<int:row>/delete/", entry_rows.entry_row_delete, name="entry_row_delete"),
]
