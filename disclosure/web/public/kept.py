"""Finished pages of releases, kept in the memory of a process while all that they say is in force, and no longer: that is asked at every request.

A release never changes, so its page is the same until something else of the agency comes into force, is withdrawn, or an answer to a report is published.
"""

from collections.abc import Callable
from hashlib import sha256

from django.core.cache import caches
from django.db import connections
from django.http import HttpRequest, HttpResponse

from disclosure.web.public.queries import asked_of

PAGES = "pages"
# What stands in force of the agency now, and what was answered: by their numbers.
STANDING = """
SELECT (SELECT string_agg(id::text, ',' ORDER BY id) FROM pub.current WHERE region = %s AND agency_code = %s),
       (SELECT string_agg(id::text, ',' ORDER BY id) FROM pub.answer WHERE region = %s AND agency_code = %s)
"""


def kept(request: HttpRequest, region: str, agency: str, make: Callable[[], HttpResponse]) -> HttpResponse:
    """The page of this address as it was made while the same stood in force; else it is made. Only what is in force is kept."""
    with connections["public"].cursor() as cursor:
        cursor.execute(STANDING, (region, agency) * 2)
        in_force, answered = cursor.fetchone() or (None, None)
    said = "\n".join((request.path, asked_of(request.META.get("QUERY_STRING", "")), str(in_force), str(answered)))
    key = sha256(said.encode()).hexdigest()
    if in_force and (found := caches[PAGES].get(key)):
        body, tag = found
        return HttpResponse(body, headers={"ETag": tag})
    page = make()
    if in_force and page.status_code == 200:
        page.headers["ETag"] = f'"{sha256(page.content).hexdigest()}"'
        caches[PAGES].set(key, (page.content, page.headers["ETag"]))
    return page
