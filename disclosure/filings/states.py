"""The states of a filing, named once. What is published and what is withdrawn is not stored: it follows from the release and the clock."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class State(models.TextChoices):
    """As stored. `RELEASED` reads 待公开 before its second, 已公开 after it, 已撤回 when withdrawn: releases.standing says which."""

    NOT_STARTED = "not_started", _("未填报")
    PREPARING = "preparing", _("填报中")
    SUBMITTED = "submitted", _("单位已报")
    DEPARTMENT_REVIEWED = "department_reviewed", _("部门已审")
    DIVISION_REVIEWED = "division_reviewed", _("业务股已审")
    FINANCE_REVIEWED = "finance_reviewed", _("财政已审")
    READY = "ready", _("待公开")
    RELEASED = "released", _("已公开")
    CORRECTING = "correcting", _("更正中")


# The rows of a filing may be written in these; the database holds to it (migration 0007).
OPEN = (State.NOT_STARTED, State.PREPARING, State.CORRECTING)
UNDER_REVIEW = (State.SUBMITTED, State.DEPARTMENT_REVIEWED, State.DIVISION_REVIEWED, State.FINANCE_REVIEWED)
REVIEWED = (State.DEPARTMENT_REVIEWED, State.DIVISION_REVIEWED, State.FINANCE_REVIEWED, State.READY, State.RELEASED)
