"""How a filing stands now: its document as it would be released, the check values of it, and what its words for the state are. Writes nothing."""

from dataclasses import dataclass
from functools import cached_property

from django.db.models import BooleanField, Case, Exists, OuterRef, Value, When
from django.db.models.functions import Now
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from disclosure.core.facts import Facts
from disclosure.exports.shape import Document, Finding
from disclosure.filings.models import Filing
from disclosure.filings.problems import PackageRefused
from disclosure.filings.reading import read_facts
from disclosure.filings.states import State
from disclosure.releases.around import around
from disclosure.releases.assemble import assemble
from disclosure.releases.hashes import amounts_hash, canonical, seen_hash, sha256, substance_hash
from disclosure.releases.models import Happening, Justification, Release, ReleaseEvent
from disclosure.releases.opening import open_template


@dataclass(frozen=True)
class Standing:
    """A filing with its facts and document, assembled once."""

    filing: Filing
    facts: Facts
    document: Document

    @cached_property
    def seen(self) -> str:
        """What a person who looks now sees."""
        return seen_hash(self.document, self.filing.pack)

    @cached_property
    def substance(self) -> str:
        return substance_hash(self.document)

    @cached_property
    def amounts(self) -> str:
        return amounts_hash(self.facts)

    @property
    def errors(self) -> list[Finding]:
        """What stops a filing that was made here; a transcribed one is as it was printed."""
        is_ours = self.document["origin"] == "entered"
        return [each for each in self.document["findings"] if each["level"] == "error" and is_ours]

    @cached_property
    def unjustified(self) -> list[Finding]:
        """Warnings that nobody has justified as they are worded now."""
        if self.document["origin"] != "entered":
            return []
        said = set(Justification.objects.filter(filing=self.filing).values_list("finding", flat=True))
        return [each for each in self.document["findings"] if each["level"] == "warning" and finding_key(each) not in said]


def finding_key(finding: Finding) -> str:
    """The check value by which a finding is known as it is worded now."""
    return sha256(canonical([finding["rule"], finding["message"], finding["statement"], finding["row"], finding["column"]]))


def standing_of(filing: Filing) -> Standing:
    """The filing as it stands; raises PackageRefused where nothing can be made of it."""
    facts = read_facts(filing.pk)
    return Standing(filing, facts, assemble(facts, open_template(facts), around=around(filing, facts)))


def standing_or_none(filing: Filing) -> Standing | None:
    """The filing as it stands, or None where there is nothing yet to make a document from."""
    try:
        return standing_of(filing)
    except PackageRefused:
        return None


@dataclass(frozen=True)
class Shown:
    """A state in words, with the name of its colour."""

    code: str
    words: str | Promise


def shown_state(filing: Filing, release: Release | None) -> Shown:
    """What a filing's state reads. `release`: its last one that was not cancelled, with `is_published` and `is_withdrawn` from `last_releases`."""
    if filing.state != State.RELEASED or release is None:
        return Shown(filing.state, State(filing.state).label)
    if release.is_withdrawn:  # type: ignore[attr-defined]
        return Shown("withdrawn", _("已撤回"))
    if not release.is_published:  # type: ignore[attr-defined]
        at = timezone.localtime(release.publish_at)
        return Shown("ready", f"待公开（定时{at.month}月{at.day}日{at:%H:%M}）")
    return Shown("released", f"已公开 v{release.version}")


def last_releases(filings: list[int]) -> dict[int, Release]:
    """The last release of each filing that was not cancelled, knowing whether its second has come and whether it is withdrawn."""
    back = ReleaseEvent.objects.filter(kind=Happening.RESTORED, refers_to=OuterRef("pk"))
    gone = ReleaseEvent.objects.filter(~Exists(back), release=OuterRef("pk"), kind=Happening.WITHDRAWN)
    published = Case(When(publish_at__lte=Now(), then=Value(True)), default=Value(False), output_field=BooleanField())
    rows = (
        Release.objects.standing().filter(filing__in=filings).defer("document").annotate(is_withdrawn=Exists(gone), is_published=published)
    )
    return {release.filing_id: release for release in rows.order_by("version")}
