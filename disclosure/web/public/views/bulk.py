"""Open data in bulk: the dated files, their list and their description."""

from django.http import Http404, HttpRequest, HttpResponseBase, JsonResponse, StreamingHttpResponse
from django.utils.cache import get_conditional_response
from django.utils.http import content_disposition_header

from disclosure.pub.models import Snapshot
from disclosure.web.headers import public
from disclosure.web.public.bulk import index_of, newest, package_of, pieces
from disclosure.web.public.views.files import FILE_CACHE, FILE_POLICY, KEPT_BY_NGINX, unchanged_with

JSON = {"ensure_ascii": False, "indent": 1}


@public
def index(request: HttpRequest) -> HttpResponseBase:
    return JsonResponse(index_of(list(Snapshot.objects.all())), json_dumps_params=JSON)


@public
def datapackage(request: HttpRequest) -> HttpResponseBase:
    return JsonResponse(package_of(newest()), json_dumps_params=JSON)


@public
def snapshot(request: HttpRequest, stamp: str, name: str) -> HttpResponseBase:
    """The bytes as they were written, piece by piece."""
    found = Snapshot.objects.filter(stamp=stamp, name=name).first()
    if found is None:
        raise Http404
    headers = {
        "Content-Disposition": content_disposition_header(True, f"{stamp}-{name}") or "attachment",
        "Content-Length": str(found.size),
        "Cache-Control": FILE_CACHE,
        "X-Accel-Expires": KEPT_BY_NGINX,
        "Content-Security-Policy": FILE_POLICY,
        "ETag": f'"{found.sha256}"',
    }
    unchanged = get_conditional_response(request, etag=headers["ETag"], response=None)
    if unchanged:
        return unchanged_with(unchanged, headers)
    return StreamingHttpResponse(pieces(found), content_type=found.media_type, headers=headers)
