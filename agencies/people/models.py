"""People and what they are appointed to. The database holds the rules that no code may break; what roles allow stands in roles.py."""

from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now

from agencies.models import Agency, Bureau
from agencies.people.roles import DUTIES, REMITS, ROLES, Duty, Held, role_codes

DUTY_CHOICES = [(str(duty), name) for duty, name in DUTIES.items()]
ROLE_CHOICES = [(role.code, role.name) for role in ROLES.values()]
UNIT_ROLES = ("preparer", "signatory")  # a department appoints these in its units by itself
UNCONFIRMED = Q(confirmed_at=None) & ~Q(role__in=UNIT_ROLES, agency__isnull=False)


class PersonManager(BaseUserManager["Person"]):
    """Finds people by what they log in with."""

    def get_by_natural_key(self, username: str | None) -> "Person":
        return self.get(username=(username or "").lower())


class Person(AbstractBaseUser):
    """Someone with an account of one bureau. There is no superuser."""

    username = models.CharField("用户名", max_length=30, unique=True)
    name = models.CharField("姓名或岗位名", max_length=30)
    bureau = models.ForeignKey(Bureau, models.PROTECT, verbose_name="财政部门")
    agency = models.ForeignKey(Agency, models.PROTECT, null=True, blank=True, verbose_name="所在部门或单位")
    duty = models.CharField("用途", max_length=8, choices=DUTY_CHOICES, default="business")
    is_active = models.BooleanField("启用", default=True)
    credential_version = models.PositiveIntegerField("凭据版次", default=1, help_text="加一，所有登录即失效")
    password_changed_at = models.DateTimeField("改密时间", null=True, blank=True)
    created_at = models.DateTimeField("开户时间", db_default=Now())

    USERNAME_FIELD = "username"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name", "bureau"]
    objects: ClassVar[PersonManager] = PersonManager()

    class Meta:
        verbose_name = "人员"
        ordering = ("username",)
        constraints = [
            models.CheckConstraint(name="username_is_plain", condition=Q(username__regex=r"^[a-z0-9][a-z0-9._-]{2,29}$")),
            models.CheckConstraint(name="person_duty_is_known", condition=Q(duty__in=[str(duty) for duty in Duty])),
            models.CheckConstraint(name="administrators_belong_to_the_bureau", condition=Q(agency=None) | Q(duty=Duty.BUSINESS)),
            models.UniqueConstraint(fields=["id", "bureau"], name="person_id_and_bureau"),
            models.UniqueConstraint(fields=["id", "duty"], name="person_id_and_duty"),
        ]

    def __str__(self) -> str:
        return f"{self.name}（{self.username}）"

    def get_session_auth_hash(self) -> str:
        """Every session ends with the password, and with each change of what the person may do."""
        return f"{self.credential_version}:{super().get_session_auth_hash()}"


class AppointmentQuerySet(models.QuerySet["Appointment"]):
    """Appointments by the database's day."""

    def in_force(self) -> "AppointmentQuerySet":
        """Begun, not ended, and confirmed where a second person must."""
        today = models.functions.TruncDate(Now())
        return self.filter(~Q(UNCONFIRMED), Q(until=None) | Q(until__gte=today), ended_at=None, since__lte=today)

    def waiting(self) -> "AppointmentQuerySet":
        """Granted, but a second person has yet to confirm."""
        return self.filter(UNCONFIRMED, ended_at=None)


class Appointment(models.Model):
    """A role of a person, held on an agency and what lies below it, or on the whole bureau (agency empty)."""

    person = models.ForeignKey(Person, models.PROTECT, verbose_name="人员", related_name="appointments")
    duty = models.CharField("用途", max_length=8, choices=DUTY_CHOICES)
    role = models.CharField("角色", max_length=22, choices=ROLE_CHOICES)
    remit = models.CharField("职责", max_length=11, choices=list(REMITS.items()), blank=True, default="")
    bureau = models.ForeignKey(Bureau, models.PROTECT, verbose_name="财政部门")
    agency = models.ForeignKey(Agency, models.PROTECT, null=True, blank=True, verbose_name="部门或单位")
    since = models.DateField("起")
    until = models.DateField("止", null=True, blank=True)
    stands_in_for = models.ForeignKey("self", models.PROTECT, null=True, blank=True, verbose_name="替岗", related_name="stand_ins")
    granted_by = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, verbose_name="授权人", related_name="+")
    granted_at = models.DateTimeField("授权时间", db_default=Now())
    confirmed_by = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, verbose_name="复核人", related_name="+")
    confirmed_at = models.DateTimeField("复核时间", null=True, blank=True)
    ended_at = models.DateTimeField("终止时间", null=True, blank=True)

    objects = AppointmentQuerySet.as_manager()

    class Meta:
        verbose_name = "任职"
        ordering = ("person", "role", "id")
        constraints = [
            models.CheckConstraint(
                name="role_belongs_to_its_duty",
                condition=Q(*(Q(duty=str(duty), role__in=role_codes(duty=duty)) for duty in Duty), _connector=Q.OR),
            ),
            models.CheckConstraint(
                name="role_is_held_where_it_belongs",
                condition=Q(role__in=role_codes(held=Held.EITHER))
                | Q(role__in=role_codes(held=Held.AGENCY), agency__isnull=False)
                | Q(role__in=role_codes(held=Held.BUREAU), agency=None),
            ),
            models.CheckConstraint(
                name="remit_belongs_to_its_role",
                condition=Q(*(Q(role=role.code, remit__in=role.remits or ("",)) for role in ROLES.values()), _connector=Q.OR),
            ),
            models.CheckConstraint(
                name="nobody_appoints_himself",
                condition=(Q(granted_by=None) | ~Q(granted_by=F("person"))) & (Q(confirmed_by=None) | ~Q(confirmed_by=F("person"))),
            ),
            models.CheckConstraint(
                name="a_second_person_confirms", condition=Q(confirmed_by=None) | Q(granted_by=None) | ~Q(confirmed_by=F("granted_by"))
            ),
            models.CheckConstraint(name="appointment_ends_after_it_begins", condition=Q(until=None) | Q(until__gte=F("since"))),
            models.UniqueConstraint(
                fields=["person", "role", "remit", "agency"],
                condition=Q(ended_at=None, stands_in_for=None),
                name="appointed_once",
                nulls_distinct=False,
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person} {self.get_role_display()}"

    @property
    def is_of_bureau(self) -> bool:
        """Whether it is one of the bureau's posts, which need a second factor."""
        return self.agency_id is None or ROLES[self.role].of_bureau

    @property
    def is_waiting(self) -> bool:
        """Whether a second person has yet to confirm it."""
        return self.ended_at is None and self.confirmed_at is None and not (self.role in UNIT_ROLES and self.agency_id)


class OneTimeCode(models.Model):
    """A code that opens an account once, to set its password; told to the person by hand. Only its hash is kept."""

    person = models.ForeignKey(Person, models.CASCADE, verbose_name="人员")
    hash = models.CharField("哈希", max_length=128)
    expires_at = models.DateTimeField("失效时间")
    used_at = models.DateTimeField("使用时间", null=True, blank=True)
    by = models.CharField("发出人", max_length=60)

    class Meta:
        verbose_name = "一次性口令"
        ordering = ("-id",)

    def __str__(self) -> str:
        return f"{self.person} {self.expires_at:%Y-%m-%d %H:%M}"


class UsedPassword(models.Model):
    """A password that was once in use, as its hash, so that it does not come back too soon."""

    person = models.ForeignKey(Person, models.CASCADE, verbose_name="人员")
    hash = models.CharField("哈希", max_length=128)
    at = models.DateTimeField("时间", db_default=Now())

    class Meta:
        verbose_name = "用过的密码"
        ordering = ("-id",)

    def __str__(self) -> str:
        return f"{self.person} {self.at:%Y-%m-%d}"


class Notice(models.Model):
    """A message in the product, to one person, with the address where to act."""

    person = models.ForeignKey(Person, models.CASCADE, verbose_name="人员", related_name="notices")
    subject = models.CharField("内容", max_length=200)
    href = models.CharField("地址", max_length=200, blank=True, default="")
    at = models.DateTimeField("时间", db_default=Now())
    read_at = models.DateTimeField("已读时间", null=True, blank=True)

    class Meta:
        verbose_name = "消息"
        ordering = ("-id",)

    def __str__(self) -> str:
        return self.subject
