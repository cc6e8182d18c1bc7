"""People, what they are appointed to, their codes and notices."""

import django.db.models.deletion
import django.db.models.functions.datetime
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("agencies", "0002_bureaus"),
    ]

    operations = [
        migrations.CreateModel(
            name="Person",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("password", models.CharField(max_length=128, verbose_name="password")),
                ("last_login", models.DateTimeField(blank=True, null=True, verbose_name="last login")),
                ("username", models.CharField(max_length=30, unique=True, verbose_name="用户名")),
                ("name", models.CharField(max_length=30, verbose_name="姓名或岗位名")),
                (
                    "duty",
                    models.CharField(
                        choices=[("business", "业务"), ("system", "系统管理"), ("security", "安全管理"), ("audit", "审计管理")],
                        default="business",
                        max_length=8,
                        verbose_name="用途",
                    ),
                ),
                ("is_active", models.BooleanField(default=True, verbose_name="启用")),
                ("credential_version", models.PositiveIntegerField(default=1, help_text="加一，所有登录即失效", verbose_name="凭据版次")),
                ("password_changed_at", models.DateTimeField(blank=True, null=True, verbose_name="改密时间")),
                ("created_at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), verbose_name="开户时间")),
                (
                    "agency",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        to="agencies.agency",
                        verbose_name="所在部门或单位",
                    ),
                ),
                ("bureau", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="agencies.bureau", verbose_name="财政部门")),
            ],
            options={
                "verbose_name": "人员",
                "ordering": ("username",),
            },
        ),
        migrations.CreateModel(
            name="Appointment",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "duty",
                    models.CharField(
                        choices=[("business", "业务"), ("system", "系统管理"), ("security", "安全管理"), ("audit", "审计管理")],
                        max_length=8,
                        verbose_name="用途",
                    ),
                ),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("preparer", "填报人"),
                            ("signatory", "单位负责人"),
                            ("department_reviewer", "主管部门审核"),
                            ("division_reviewer", "业务股审核"),
                            ("lead_reviewer", "综合股审核"),
                            ("co_reviewer", "会审"),
                            ("secrecy_reviewer", "保密审查"),
                            ("publisher", "发布人"),
                            ("system_administrator", "系统管理员"),
                            ("security_administrator", "安全管理员"),
                            ("audit_administrator", "审计管理员"),
                        ],
                        max_length=22,
                        verbose_name="角色",
                    ),
                ),
                (
                    "remit",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("budget", "预算"),
                            ("final", "决算"),
                            ("performance", "绩效"),
                            ("procurement", "采购"),
                            ("assets", "资产"),
                        ],
                        default="",
                        max_length=11,
                        verbose_name="职责",
                    ),
                ),
                ("since", models.DateField(verbose_name="起")),
                ("until", models.DateField(blank=True, null=True, verbose_name="止")),
                ("granted_at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), verbose_name="授权时间")),
                ("confirmed_at", models.DateTimeField(blank=True, null=True, verbose_name="复核时间")),
                ("ended_at", models.DateTimeField(blank=True, null=True, verbose_name="终止时间")),
                (
                    "agency",
                    models.ForeignKey(
                        blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, to="agencies.agency", verbose_name="部门或单位"
                    ),
                ),
                ("bureau", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="agencies.bureau", verbose_name="财政部门")),
                (
                    "confirmed_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="复核人",
                    ),
                ),
                (
                    "granted_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="授权人",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="appointments",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="人员",
                    ),
                ),
                (
                    "stands_in_for",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="stand_ins",
                        to="people.appointment",
                        verbose_name="替岗",
                    ),
                ),
            ],
            options={
                "verbose_name": "任职",
                "ordering": ("person", "role", "id"),
            },
        ),
        migrations.CreateModel(
            name="Notice",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("subject", models.CharField(max_length=200, verbose_name="内容")),
                ("href", models.CharField(blank=True, default="", max_length=200, verbose_name="地址")),
                ("at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), verbose_name="时间")),
                ("read_at", models.DateTimeField(blank=True, null=True, verbose_name="已读时间")),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="notices",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="人员",
                    ),
                ),
            ],
            options={
                "verbose_name": "消息",
                "ordering": ("-id",),
            },
        ),
        migrations.CreateModel(
            name="OneTimeCode",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("hash", models.CharField(max_length=128, verbose_name="哈希")),
                ("expires_at", models.DateTimeField(verbose_name="失效时间")),
                ("used_at", models.DateTimeField(blank=True, null=True, verbose_name="使用时间")),
                ("by", models.CharField(max_length=60, verbose_name="发出人")),
                (
                    "person",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to=settings.AUTH_USER_MODEL, verbose_name="人员"),
                ),
            ],
            options={
                "verbose_name": "一次性口令",
                "ordering": ("-id",),
            },
        ),
        migrations.CreateModel(
            name="UsedPassword",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("hash", models.CharField(max_length=128, verbose_name="哈希")),
                ("at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), verbose_name="时间")),
                (
                    "person",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to=settings.AUTH_USER_MODEL, verbose_name="人员"),
                ),
            ],
            options={
                "verbose_name": "用过的密码",
                "ordering": ("-id",),
            },
        ),
        migrations.AddConstraint(
            model_name="person",
            constraint=models.CheckConstraint(
                condition=models.Q(("username__regex", "^[a-z0-9][a-z0-9._-]{2,29}$")), name="username_is_plain"
            ),
        ),
        migrations.AddConstraint(
            model_name="person",
            constraint=models.CheckConstraint(
                condition=models.Q(("duty__in", ["business", "system", "security", "audit"])), name="person_duty_is_known"
            ),
        ),
        migrations.AddConstraint(
            model_name="person",
            constraint=models.CheckConstraint(
                condition=models.Q(("agency", None), ("duty", "business"), _connector="OR"),
                name="administrators_belong_to_the_bureau",
            ),
        ),
        migrations.AddConstraint(
            model_name="person",
            constraint=models.UniqueConstraint(fields=("id", "bureau"), name="person_id_and_bureau"),
        ),
        migrations.AddConstraint(
            model_name="person",
            constraint=models.UniqueConstraint(fields=("id", "duty"), name="person_id_and_duty"),
        ),
        migrations.AddConstraint(
            model_name="appointment",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("duty", "business"),
                        (
                            "role__in",
                            [
                                "preparer",
                                "signatory",
                                "department_reviewer",
                                "division_reviewer",
                                "lead_reviewer",
                                "co_reviewer",
                                "secrecy_reviewer",
                                "publisher",
                            ],
                        ),
                    ),
                    models.Q(("duty", "system"), ("role__in", ["system_administrator"])),
                    models.Q(("duty", "security"), ("role__in", ["security_administrator"])),
                    models.Q(("duty", "audit"), ("role__in", ["audit_administrator"])),
                    _connector="OR",
                ),
                name="role_belongs_to_its_duty",
            ),
        ),
        migrations.AddConstraint(
            model_name="appointment",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("role__in", ["division_reviewer", "secrecy_reviewer", "publisher"]),
                    models.Q(("agency__isnull", False), ("role__in", ["preparer", "signatory", "department_reviewer"])),
                    models.Q(
                        ("agency", None),
                        (
                            "role__in",
                            ["lead_reviewer", "co_reviewer", "system_administrator", "security_administrator", "audit_administrator"],
                        ),
                    ),
                    _connector="OR",
                ),
                name="role_is_held_where_it_belongs",
            ),
        ),
        migrations.AddConstraint(
            model_name="appointment",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("remit__in", ("",)), ("role", "preparer")),
                    models.Q(("remit__in", ("",)), ("role", "signatory")),
                    models.Q(("remit__in", ("",)), ("role", "department_reviewer")),
                    models.Q(("remit__in", ("",)), ("role", "division_reviewer")),
                    models.Q(("remit__in", ("budget", "final")), ("role", "lead_reviewer")),
                    models.Q(("remit__in", ("performance", "procurement", "assets")), ("role", "co_reviewer")),
                    models.Q(("remit__in", ("",)), ("role", "secrecy_reviewer")),
                    models.Q(("remit__in", ("",)), ("role", "publisher")),
                    models.Q(("remit__in", ("",)), ("role", "system_administrator")),
                    models.Q(("remit__in", ("",)), ("role", "security_administrator")),
                    models.Q(("remit__in", ("",)), ("role", "audit_administrator")),
                    _connector="OR",
                ),
                name="remit_belongs_to_its_role",
            ),
        ),
        migrations.AddConstraint(
            model_name="appointment",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("granted_by", None), models.Q(("granted_by", models.F("person")), _negated=True), _connector="OR"),
                    models.Q(("confirmed_by", None), models.Q(("confirmed_by", models.F("person")), _negated=True), _connector="OR"),
                ),
                name="nobody_appoints_himself",
            ),
        ),
        migrations.AddConstraint(
            model_name="appointment",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("confirmed_by", None),
                    ("granted_by", None),
                    models.Q(("confirmed_by", models.F("granted_by")), _negated=True),
                    _connector="OR",
                ),
                name="a_second_person_confirms",
            ),
        ),
        migrations.AddConstraint(
            model_name="appointment",
            constraint=models.CheckConstraint(
                condition=models.Q(("until", None), ("until__gte", models.F("since")), _connector="OR"),
                name="appointment_ends_after_it_begins",
            ),
        ),
        migrations.AddConstraint(
            model_name="appointment",
            constraint=models.UniqueConstraint(
                condition=models.Q(("ended_at", None), ("stands_in_for", None)),
                fields=("person", "role", "remit", "agency"),
                name="appointed_once",
                nulls_distinct=False,
            ),
        ),
    ]
