"""The files of a version: the bytes that were released, for ever the same."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.utils.cache import get_conditional_response
from django.utils.http import content_disposition_header

from disclosure.pub.models import ReleaseFile
from disclosure.web.headers import public
from disclosure.web.public.reading import file_of, in_force, of_version
from disclosure.web.public.views.withdrawn import gone

# A version never changes, but it may have to be withdrawn: who has it asks again after five minutes, our own nginx after a second.
FILE_CACHE = "public, max-age=300, must-revalidate"
KEPT_BY_NGINX = "1"
FILE_POLICY = "default-src 'none'; sandbox"
# A browser's own PDF reader does not start inside a sandbox.
PDF_POLICY = "frame-ancestors 'none'"


@public
def version_file(request: HttpRequest, region: str, agency: str, year: str, kind: str, number: str, name: str) -> HttpResponseBase:
    found = file_of(region, agency, year, kind, number, name)
    if found is None:
        return missing(request, region, agency, year, kind, number)
    headers = headers_of(found)
    unchanged = get_conditional_response(request, etag=headers["ETag"], response=None)
    return unchanged_with(unchanged, headers) if unchanged else HttpResponse(bytes(found.body), headers=headers)


def missing(request: HttpRequest, region: str, agency: str, year: str, kind: str, number: str) -> HttpResponse:
    """A file of a withdrawn version says so; any other address that is not there is not there."""
    release = of_version(region, agency, year, kind, number)
    if release is None or release.withdrawn_at is None:
        raise Http404
    return gone(request, release, in_force(region, agency, year, kind))


def headers_of(found: ReleaseFile) -> dict[str, str]:
    is_pdf = found.media_type == "application/pdf"
    return {
        "Content-Type": found.media_type,
        "Content-Disposition": content_disposition_header(not is_pdf, spoken_name(found)) or "attachment",
        "Cache-Control": FILE_CACHE,
        "X-Accel-Expires": KEPT_BY_NGINX,
        "Content-Security-Policy": PDF_POLICY if is_pdf else FILE_POLICY,
        "ETag": f'"{found.sha256}"',
    }


def unchanged_with(response: HttpResponseBase, headers: dict[str, str]) -> HttpResponseBase:
    """A 304 repeats what a cache stores: tag, lifetime and policy."""
    for name in ("ETag", "Cache-Control", "X-Accel-Expires", "Content-Security-Policy"):
        response.headers[name] = headers[name]
    return response


def spoken_name(found: ReleaseFile) -> str:
    """安澜市档案馆2024年单位预算.pdf; a later version and a part of the whole are named as such."""
    release = found.release
    stem, _dot, extension = found.name.rpartition("/")[2].rpartition(".")
    version = f"（第{release.version}版）" if release.version > 1 else ""
    part = "" if stem == "disclosure" else f"-{stem}"
    return f"{release.title}{version}{part}.{extension}"
