"""预览: the document as the public would see it, as a page and as a PDF, both marked 草稿; what changed since last year and since the last look."""

from urllib.parse import quote

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from disclosure.exports.html import csp_hash, page_html, styles
from disclosure.exports.pdf import PdfError, render_pdf
from disclosure.exports.shape import Document
from disclosure.releases.workflow.previewing import looked
from disclosure.releases.workflow.standing import Standing
from disclosure.web.office.doors import OfficeRequest, door
from disclosure.web.office.entry_page import Entering, year_on_year
from disclosure.web.office.views.entry import PREPARE, entering

SHOWN = 200


@door(PREPARE)
def entry_preview(request: OfficeRequest, number: int) -> HttpResponse:
    page = entering(request, number)
    context = {"page": page, "filing": page.filing, "stops": page.stops(), "here": "preview"}
    if page.standing:
        at, changes = looked(standing=page.standing, by=request.user)
        context |= {"seen_at": at, "changes": changes, "compared": year_on_year(page)[:SHOWN]}
    return render(request, "office/entry/preview.html", context)


@door(PREPARE)
def entry_preview_page(request: OfficeRequest, number: int) -> HttpResponse:
    """The page itself, which needs nothing but its own styles."""
    page = entering(request, number)
    if page.standing is None:
        return unmade(request, page)
    policy = f"default-src 'none'; style-src '{csp_hash(styles())}'; img-src data:; frame-ancestors 'none'"
    return HttpResponse(page_html(as_draft(page.standing)), headers={"Content-Security-Policy": policy})


@door(PREPARE)
def entry_preview_pdf(request: OfficeRequest, number: int) -> HttpResponse:
    page = entering(request, number)
    if page.standing is None:
        return unmade(request, page)
    name = quote(f"草稿-{page.standing.document['title']}.pdf")
    try:
        body = render_pdf(as_draft(page.standing))
    except PdfError as error:
        messages.error(request, str(error))
        return redirect("entry_preview", number)
    return HttpResponse(body, content_type="application/pdf", headers={"Content-Disposition": f"inline; filename*=UTF-8''{name}"})


def as_draft(standing: Standing) -> Document:
    """The document with the mark that it is none yet, whether it has errors or not."""
    return {**standing.document, "draft": True}


def unmade(request: OfficeRequest, page: Entering) -> HttpResponse:
    """Nothing can be made of it yet."""
    messages.error(request, _("内容还做不成文件：%s") % "；".join(page.problems[:3]))
    return redirect("entry", page.filing.pk)
