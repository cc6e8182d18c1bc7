"""What happens to a release after it was made, and the chain that seals it. Insert only; the database decides what may follow what."""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from agencies.people.models import Person


class Happening(models.TextChoices):
    """What can happen to a release."""

    CANCELLED = "cancelled", _("撤销定时公开")
    WITHDRAWAL_REQUESTED = "withdrawal_requested", _("申请撤回")
    WITHDRAWN = "withdrawn", _("撤回")
    CONFIRMED = "confirmed", _("确认急撤")
    RESTORED = "restored", _("恢复公开")
    CHECKED = "checked", _("公开后自查")
    PURGE_REQUESTED = "purge_requested", _("申请清除")
    PURGED = "purged", _("清除")


class Withdrawal(models.TextChoices):
    """Why a document is withdrawn; the public is told."""

    IN_ERROR = "published_in_error", _("公开有误")
    SUPERSEDED = "superseded", _("已有新的文件代替")
    SECRECY = "secrecy", _("含有不宜公开的内容")


class ReleaseEvent(models.Model):
    """One happening, of one person, with its reason. `refers_to`: the event that it answers."""

    release = models.ForeignKey("releases.Release", models.PROTECT, verbose_name="公开文件", related_name="events")
    kind = models.CharField("事件", max_length=20, choices=Happening.choices)
    withdrawal = models.CharField("撤回类型", max_length=18, choices=Withdrawal.choices, blank=True, default="")
    is_urgent = models.BooleanField("急撤", default=False)
    by = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, verbose_name="办理人", related_name="+")
    why = models.CharField("原因", max_length=400, blank=True, default="")
    refers_to = models.ForeignKey("self", models.PROTECT, null=True, blank=True, verbose_name="针对", related_name="answers")
    details = models.JSONField("情况", null=True, blank=True)
    at = models.DateTimeField("时间", db_default=Now())

    class Meta:
        verbose_name = "公开文件的事件"
        ordering = ("id",)
        constraints = [
            models.CheckConstraint(name="event_kind_is_known", condition=Q(kind__in=Happening.values)),
            models.CheckConstraint(
                name="a_withdrawal_has_a_type_and_a_reason",
                condition=Q(kind__in=["withdrawn", "withdrawal_requested"], withdrawal__in=Withdrawal.values) & ~Q(why="")
                | (~Q(kind__in=["withdrawn", "withdrawal_requested"]) & Q(withdrawal="")),
            ),
            models.CheckConstraint(name="an_event_has_a_person", condition=Q(by__isnull=False) | Q(kind="checked")),
            models.UniqueConstraint(fields=["refers_to"], condition=Q(refers_to__isnull=False), name="an_event_is_answered_once"),
        ]

    def __str__(self) -> str:
        return f"{self.release}：{self.get_kind_display()}"


class Seal(models.Model):
    """A link of the chain: what was sealed, its own hash, and the hash that carries everything before it."""

    number = models.PositiveBigIntegerField("序号", primary_key=True)
    release = models.ForeignKey("releases.Release", models.PROTECT, null=True, blank=True, verbose_name="公开文件", related_name="seals")
    event = models.ForeignKey(ReleaseEvent, models.PROTECT, null=True, blank=True, verbose_name="事件", related_name="seals")
    content = models.CharField("内容校验值", max_length=64)
    hash = models.CharField("链校验值", max_length=64)
    at = models.DateTimeField("封存时间", db_default=Now())

    class Meta:
        verbose_name = "封存"
        ordering = ("number",)
        constraints = [
            models.CheckConstraint(
                name="a_seal_is_of_one_thing", condition=Q(release__isnull=False, event=None) | Q(release=None, event__isnull=False)
            ),
            models.UniqueConstraint(fields=["release"], condition=Q(event=None), name="a_release_is_sealed_once"),
            models.UniqueConstraint(fields=["event"], condition=Q(release=None), name="an_event_is_sealed_once"),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.hash[:12]}"
