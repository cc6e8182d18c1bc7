"""Words beside a filing: comments at a place, answers to them, why a warning is right. Each is an action of one person. Knows no page."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from agencies.people.appointing import tell
from agencies.people.models import Person
from agencies.people.roles import Permission
from disclosure.audit.acting import acting
from disclosure.exports.places import places_of
from disclosure.filings.states import OPEN, UNDER_REVIEW, State
from disclosure.releases.models import Anchor, Comment, Justification
from disclosure.releases.workflow.standing import Standing, finding_key
from disclosure.releases.workflow.taking import NotTaken, may_on
from disclosure.releases.workflow.telling import address, authors

LEAST = 10  # signs of a justification that says something


@dataclass(frozen=True)
class Place:
    """Where a comment hangs; `words` as people read it."""

    anchor: str = Anchor.FILING
    address: str = ""
    words: str = ""


WHOLE = Place()


def place_of(standing: Standing, anchor: str, address: str) -> Place:
    """A place in the document as it is now; raises NotTaken for one that is not there."""
    if anchor == Anchor.FILING:
        return WHOLE
    places: Mapping[str, str] = places_of(standing.document, anchor)
    if address not in places:
        raise NotTaken([_("文件里没有这个位置。请从页面上点选要提意见的地方。")])
    return Place(anchor, address, places[address])


def comment(*, standing: Standing, place: Place, text: str, by: Person) -> Comment:
    """A remark of somebody who reviews, signs or publishes; the authors are told. Raises NotTaken."""
    filing = standing.filing
    reviewing = (
        Permission.REVIEW_AS_DEPARTMENT, Permission.REVIEW_AS_DIVISION, Permission.REVIEW_AS_LEAD, Permission.CO_REVIEW,
        Permission.REVIEW_SECRECY, Permission.SIGN, Permission.PUBLISH,
    )  # fmt: skip
    if not any(may_on(by, each, filing) for each in reviewing):
        raise NotTaken([_("审核、签发和发布的人可以提意见。")])
    if not text.strip():
        raise NotTaken([_("请写意见。")])
    if filing.state not in (*UNDER_REVIEW, State.READY):
        raise NotTaken([_("上报之后、公开之前可以提意见；现在是“%(state)s”。") % {"state": State(filing.state).label}])
    with acting(by, why=_("审核意见")), transaction.atomic():
        made = Comment.objects.create(
            filing=filing, anchor=place.anchor, address=place.address, where=place.words[:200], text=text.strip(), by=by
        )  # fmt: skip
        for person in authors(filing).exclude(pk=by.pk):
            tell(person=person, subject=f"{filing}：{place.words} {made.text}"[:200], href=address(filing))
    return made


def reply(*, remark: Comment, text: str, by: Person) -> Comment:
    """What became of a comment, in the words of who prepares; the one who made it is told. Raises NotTaken."""
    if not may_on(by, Permission.PREPARE, remark.filing):
        raise NotTaken([_("填报人可以答复意见。")])
    if not text.strip():
        raise NotTaken([_("请写怎样处理了这条意见。")])
    with acting(by, why=_("答复意见")), transaction.atomic():
        remark.answer, remark.answered_by, remark.answered_at = text.strip(), by, timezone.now()
        remark.save(update_fields=["answer", "answered_by", "answered_at"])
        tell(person=remark.by, subject=f"{remark.filing}：已答复您的意见——{remark.answer}"[:200], href=address(remark.filing))
    return remark


FIGURES = re.compile(r"-?[0-9][0-9,.]*%?")


def justify(*, standing: Standing, finding: str, text: str, by: Person) -> Justification:
    """Why a warning is right as it stands. Raises NotTaken."""
    found = next((each for each in standing.unjustified if finding_key(each) == finding), None)
    if not may_on(by, Permission.PREPARE, standing.filing):
        raise NotTaken([_("填报人可以说明预警。")])
    if found is None:
        raise NotTaken([_("这条预警已经说明过，或者内容变了。请刷新页面。")])
    if standing.filing.state not in OPEN:
        raise NotTaken([_("已经上报，不能再改说明。请先收回。")])
    if len(text.strip()) < LEAST:
        raise NotTaken([_("说明至少写%(least)s个字，讲清为什么是对的。") % {"least": LEAST}])
    with acting(by, why=_("预警说明")):
        return Justification.objects.create(
            filing=standing.filing, finding=finding, rule=found["rule"], message=found["message"], text=text.strip(), by=by
        )  # fmt: skip


def last_years_words(*, standing: Standing, finding: str) -> str:
    """What was said of the same warning a year ago, its figures aside; blank where nothing was."""
    found = next((each for each in standing.unjustified if finding_key(each) == finding), None)
    if found is None:
        return ""
    one = standing.filing
    said = Justification.objects.filter(
        filing__agency_year__agency=one.agency_year.agency_id, filing__kind=one.kind, filing__year=one.year - 1, rule=found["rule"]
    )
    wanted = without_figures(found["message"])
    return next((each.text for each in said.order_by("-pk") if without_figures(each.message) == wanted), "")


def without_figures(message: str) -> str:
    """The words of a finding, which stay the same while its figures change from year to year."""
    return FIGURES.sub("", message)
