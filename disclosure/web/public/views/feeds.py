"""Feeds (Atom) of what is published, corrected and withdrawn: everything, a region, an agency. And the list of pages for search engines."""

from collections.abc import Iterable
from datetime import UTC, datetime

from django.conf import settings
from django.contrib.syndication.views import Feed
from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from disclosure.pub.models import Agency, Current, Place, Release
from disclosure.web.headers import public

NEWEST = 50
MOST_PAGES = 45_000
BEFORE_EVERYTHING = datetime(2000, 1, 1, tzinfo=UTC)


class Quiet(Atom1Feed):
    """A feed without entries does not change by the clock."""

    def latest_post_date(self) -> datetime:
        dates = [item["updateddate"] for item in self.items if item.get("updateddate")]
        return max(dates, default=BEFORE_EVERYTHING)


class Releases(Feed):  # type: ignore[type-arg]  # not generic when it runs
    """The newest versions, each at the address that stays."""

    feed_type = Quiet
    corrections_only = False

    def get_object(self, request: HttpRequest, region: str = "", code: str = "") -> dict[str, str]:
        return {"region": region, "code": code, "address": settings.PUBLIC_ADDRESS + request.path, "name": self.named(region, code)}

    def named(self, region: str, code: str) -> str:
        """Whose feed it is; one of nobody is not there."""
        if code:
            agency = Agency.objects.filter(region=region, code=code).order_by("-year").first()
            return agency.name if agency else self.nobody()
        place = Place.objects.filter(pk=region).first() if region else None
        return place.name if place else self.nobody() if region else ""

    def nobody(self) -> str:
        raise Http404

    def title(self, obj: dict[str, str]) -> str:
        what = _("更正和撤回") if self.corrections_only else _("预算和决算公开")
        return f"{obj['name'] or settings.SITE_WORDS['name']}：{what}"

    def link(self, obj: dict[str, str]) -> str:
        return f"{settings.PUBLIC_ADDRESS}/" + "".join(f"{part}/" for part in (obj["region"], obj["code"]) if part)

    def feed_url(self, obj: dict[str, str]) -> str:
        return obj["address"]

    def feed_guid(self, obj: dict[str, str]) -> str:
        return obj["address"]

    def items(self, obj: dict[str, str]) -> Iterable[Release]:
        asked = {key: value for key, value in (("region", obj["region"]), ("agency_code", obj["code"])) if value}
        found = Release.objects.filter(**asked).defer("document").order_by("-publish_at", "region", "agency_code", "-version")
        return found.filter(Q(version__gt=1) | Q(withdrawn_at__isnull=False))[:NEWEST] if self.corrections_only else found[:NEWEST]

    def item_title(self, item: Release) -> str:
        if item.withdrawn_at:
            return _("%(title)s（已撤回）") % {"title": item.title}
        return _("%(title)s（更正，第%(version)s版）") % {"title": item.title, "version": item.version} if item.version > 1 else item.title

    def item_description(self, item: Release) -> str:
        return item.withdrawn_why or ""

    def item_link(self, item: Release) -> str:
        return f"{settings.PUBLIC_ADDRESS}{item.version_url()}"

    def item_pubdate(self, item: Release) -> datetime:
        return item.publish_at

    def item_updateddate(self, item: Release) -> datetime:
        return item.withdrawn_at or item.publish_at

    def item_author_name(self, item: Release) -> str:
        return item.agency_name


class Corrections(Releases):
    """What was corrected or withdrawn."""

    corrections_only = True


feed, corrections = public(Releases()), public(Corrections())


@public
def sitemap(request: HttpRequest) -> HttpResponse:
    """Every page of what is in force, and the pages that lead there."""
    places = [reverse(name) for name in ("home", "published", "tree", "compare", "data", "rules", "answers")]
    found = Current.objects.order_by("region", "agency_code", "year", "kind")
    rows = list(found.values_list("region", "agency_code", "year", "kind", "publish_at")[:MOST_PAGES])
    home = reverse("home")  # once: of ten thousand addresses each would take longer than its line
    regions = dict.fromkeys(f"{home}{region}/" for region, *_rest in rows)
    agencies = dict.fromkeys(f"{home}{region}/{code}/" for region, code, *_rest in rows)
    documents = [(f"{home}{region}/{code}/{year}/{kind}/", localtime(at)) for region, code, year, kind, at in rows]
    pages = [*((address, None) for address in (*places, *regions, *agencies)), *documents]
    shown = {"pages": pages, "address": settings.PUBLIC_ADDRESS}
    return render(request, "public/sitemap.xml", shown, content_type="application/xml; charset=utf-8")


@public
def robots(request: HttpRequest) -> HttpResponse:
    """Everything may be read; results of a search are not worth keeping."""
    return HttpResponse(
        f"User-agent: *\nDisallow: /search\nDisallow: /report/\nSitemap: {settings.PUBLIC_ADDRESS}/sitemap.xml\n",
        content_type="text/plain; charset=utf-8",
    )
