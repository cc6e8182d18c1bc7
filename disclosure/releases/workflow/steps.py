"""The steps as one table of values: what leads from where to where, who may, what it asks for. Buttons are drawn from it; it knows no filing.

Migration releases 0006 holds the same table for the database; a test compares them.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from agencies.people.roles import Permission
from disclosure.filings.campaign_models import Stage
from disclosure.filings.states import UNDER_REVIEW, State

P, S = Permission, State


class Duty(Enum):
    """What a step is for; whoever has an author's step takes none of the others."""

    AUTHOR = "author"
    REVIEW = "review"
    FACT = "fact"
    PUBLISH = "publish"


class After(Enum):
    """Where a step leads that has no one state after it."""

    SAME = "same"  # 记录事实，状态不变
    OPEN = "open"  # 回到填报中，更正时回到更正中


@dataclass(frozen=True)
class Step:
    """`stops_on_errors`: findings of level error stop it, and warnings that nobody justified. `asks_why`: needs words. `fresh`: asks again who is there."""

    code: str
    name: Promise
    before: tuple[State, ...]
    after: State | After
    permissions: tuple[Permission, ...]
    duty: Duty
    stage: Stage | None = None
    stops_on_errors: bool = False
    asks_why: bool = False
    fresh: bool = False

    def leads_to(self, before: str, round_: int) -> State:
        """The state after the step."""
        if self.after == After.SAME:
            return State(before)
        if self.after == After.OPEN:
            return S.CORRECTING if round_ > 1 else S.PREPARING
        assert isinstance(self.after, State)
        return self.after

    def transitions(self) -> Iterable[tuple[str, str, str, str]]:
        """Every row that the database has of it."""
        afters = {After.OPEN: (S.PREPARING, S.CORRECTING)}
        for before in self.before:
            for after in (before,) if self.after == After.SAME else afters.get(self.after, (self.after,)):  # type: ignore[arg-type]
                yield self.code, str(before), str(after), self.duty.value


def _review(code: str, name: Promise, before: tuple[State, ...], after: State | After, permission: Permission, stage: Stage) -> Step:
    back = after == After.OPEN
    return Step(code, name, before, after, (permission,), Duty.REVIEW, stage, stops_on_errors=not back, asks_why=back)


STEPS: dict[str, Step] = {
    step.code: step
    for step in (
        Step("start", _("开始填报"), (S.NOT_STARTED,), S.PREPARING, (P.PREPARE,), Duty.AUTHOR),
        Step("submit", _("上报"), (S.PREPARING, S.CORRECTING), S.SUBMITTED, (P.PREPARE,), Duty.AUTHOR, stops_on_errors=True),
        Step("take_back", _("收回修改"), (S.SUBMITTED,), After.OPEN, (P.PREPARE,), Duty.AUTHOR),
        _review(
            "review_as_department", _("主管部门审核通过"), (S.SUBMITTED,), S.DEPARTMENT_REVIEWED, P.REVIEW_AS_DEPARTMENT, Stage.DEPARTMENT
        ),
        _review("review_as_division", _("业务股审核通过"), UNDER_REVIEW[:2], S.DIVISION_REVIEWED, P.REVIEW_AS_DIVISION, Stage.DIVISION),
        _review("review_as_lead", _("综合股审核通过"), UNDER_REVIEW[:3], S.FINANCE_REVIEWED, P.REVIEW_AS_LEAD, Stage.LEAD),
        Step("co_review", _("会审通过"), UNDER_REVIEW[:3], After.SAME, (P.CO_REVIEW,), Duty.FACT, stops_on_errors=True),
        Step("review_secrecy", _("保密审查通过"), UNDER_REVIEW, After.SAME, (P.REVIEW_SECRECY,), Duty.FACT),
        Step("sign", _("负责人签发"), UNDER_REVIEW, After.SAME, (P.SIGN,), Duty.FACT),
        Step("record_paper", _("登记公开审批表"), UNDER_REVIEW, After.SAME, (P.PREPARE, P.PUBLISH), Duty.FACT),
        _review("send_back_as_department", _("退回修改"), (S.SUBMITTED,), After.OPEN, P.REVIEW_AS_DEPARTMENT, Stage.DEPARTMENT),
        _review("send_back_as_division", _("退回修改"), UNDER_REVIEW[:2], After.OPEN, P.REVIEW_AS_DIVISION, Stage.DIVISION),
        _review("send_back_as_lead", _("退回修改"), UNDER_REVIEW[:3], After.OPEN, P.REVIEW_AS_LEAD, Stage.LEAD),
        Step("send_back_as_publisher", _("退回修改"), (S.FINANCE_REVIEWED, S.READY), After.OPEN, (P.PUBLISH,), Duty.PUBLISH, asks_why=True),
        Step("clear", _("核准公开"), (S.FINANCE_REVIEWED,), S.READY, (P.PUBLISH,), Duty.PUBLISH, stops_on_errors=True),
        Step("release", _("公开"), (S.READY,), S.RELEASED, (P.PUBLISH,), Duty.PUBLISH, stops_on_errors=True, fresh=True),
        Step("cancel", _("撤销定时公开"), (S.RELEASED,), S.READY, (P.PUBLISH,), Duty.PUBLISH, asks_why=True, fresh=True),
        Step(
            "start_correction",
            _("开始更正"),
            (S.RELEASED,),
            S.CORRECTING,
            (P.PREPARE, P.REVIEW_AS_DEPARTMENT, P.PUBLISH),
            Duty.AUTHOR,
            asks_why=True,
        ),
        Step("abandon_correction", _("放弃更正"), (S.CORRECTING,), S.RELEASED, (P.PREPARE,), Duty.AUTHOR),
    )
}

_STATE_OF_STAGE = {Stage.DEPARTMENT: S.DEPARTMENT_REVIEWED, Stage.DIVISION: S.DIVISION_REVIEWED, Stage.LEAD: S.FINANCE_REVIEWED}


def stages_of(asked: Iterable[str], *, is_department: bool) -> tuple[Stage, ...]:
    """The reviews a filing goes through, in order; a department's own document has no review by its department."""
    return tuple(stage for stage in Stage if stage in set(asked) and not (stage == Stage.DEPARTMENT and is_department))


def next_stage(state: str, stages: tuple[Stage, ...]) -> Stage | None:
    """The review that comes next; None where none is open."""
    done = {str(after): stage for stage, after in _STATE_OF_STAGE.items()}
    if state != S.SUBMITTED and state not in done:
        return None
    order = list(Stage)
    passed = order.index(done[state]) if state in done else -1
    return next((stage for stage in stages if order.index(stage) > passed), None)


def steps_from(state: str, stages: tuple[Stage, ...]) -> list[Step]:
    """The steps that lead on from a state; of reviews those whose turn it is."""
    turn = next_stage(state, stages)
    return [step for step in STEPS.values() if state in step.before and (step.stage is None or step.stage == turn)]
