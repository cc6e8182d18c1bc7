"""Steps, submissions, comments, paper forms; what happens to a release afterwards; the chain of seals."""

import django.db.models.deletion
import django.db.models.functions.datetime
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("filings", "0006_campaigns_approvals_and_states"),
        ("releases", "0004_every_write_leaves_its_trail"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Comment",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "anchor",
                    models.CharField(
                        choices=[("filing", "整份文件"), ("cell", "单元格"), ("sentence", "段落"), ("section", "部分")],
                        default="filing",
                        max_length=8,
                        verbose_name="位置",
                    ),
                ),
                ("address", models.CharField(blank=True, default="", max_length=160, verbose_name="地址")),
                ("where", models.CharField(blank=True, default="", max_length=200, verbose_name="位置说明")),
                ("text", models.CharField(max_length=500, verbose_name="意见")),
                ("at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), verbose_name="时间")),
                ("answer", models.CharField(blank=True, default="", max_length=500, verbose_name="答复")),
                ("answered_at", models.DateTimeField(blank=True, null=True, verbose_name="答复时间")),
            ],
            options={
                "verbose_name": "审核意见",
                "ordering": ("id",),
            },
        ),
        migrations.CreateModel(
            name="Justification",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("finding", models.CharField(max_length=64, verbose_name="校验结果")),
                ("rule", models.CharField(max_length=4, verbose_name="规则")),
                ("message", models.TextField(verbose_name="校验信息")),
                ("text", models.CharField(max_length=400, verbose_name="说明")),
                ("at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), verbose_name="时间")),
            ],
            options={
                "verbose_name": "预警说明",
                "ordering": ("id",),
            },
        ),
        migrations.CreateModel(
            name="Look",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), verbose_name="时间")),
            ],
            options={
                "verbose_name": "看过的上报稿",
            },
        ),
        migrations.CreateModel(
            name="PaperForm",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("substance_sha256", models.CharField(max_length=64, verbose_name="内容校验值")),
                ("secrecy_by", models.CharField(max_length=30, verbose_name="保密审查人")),
                ("signed_by", models.CharField(max_length=30, verbose_name="签发人")),
                ("signed_on", models.DateField(verbose_name="签发日期")),
                (
                    "media_type",
                    models.CharField(
                        choices=[("application/pdf", "PDF"), ("image/jpeg", "JPEG"), ("image/png", "PNG")],
                        max_length=20,
                        verbose_name="类型",
                    ),
                ),
                ("sha256", models.CharField(max_length=64, verbose_name="扫描件校验值")),
                ("body", models.BinaryField(verbose_name="扫描件")),
                ("at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), verbose_name="时间")),
            ],
            options={
                "verbose_name": "公开审批表",
                "ordering": ("-id",),
            },
        ),
        migrations.CreateModel(
            name="ReleaseEvent",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("cancelled", "撤销定时公开"),
                            ("withdrawal_requested", "申请撤回"),
                            ("withdrawn", "撤回"),
                            ("confirmed", "确认急撤"),
                            ("restored", "恢复公开"),
                            ("checked", "公开后自查"),
                            ("purge_requested", "申请清除"),
                            ("purged", "清除"),
                        ],
                        max_length=20,
                        verbose_name="事件",
                    ),
                ),
                (
                    "withdrawal",
                    models.CharField(
                        blank=True,
                        choices=[("published_in_error", "公开有误"), ("superseded", "已有新的文件代替"), ("secrecy", "含有不宜公开的内容")],
                        default="",
                        max_length=18,
                        verbose_name="撤回类型",
                    ),
                ),
                ("is_urgent", models.BooleanField(default=False, verbose_name="急撤")),
                ("why", models.CharField(blank=True, default="", max_length=400, verbose_name="原因")),
                ("details", models.JSONField(blank=True, null=True, verbose_name="情况")),
                ("at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), verbose_name="时间")),
            ],
            options={
                "verbose_name": "公开文件的事件",
                "ordering": ("id",),
            },
        ),
        migrations.CreateModel(
            name="Seal",
            fields=[
                ("number", models.PositiveBigIntegerField(primary_key=True, serialize=False, verbose_name="序号")),
                ("content", models.CharField(max_length=64, verbose_name="内容校验值")),
                ("hash", models.CharField(max_length=64, verbose_name="链校验值")),
                ("at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), verbose_name="封存时间")),
            ],
            options={
                "verbose_name": "封存",
                "ordering": ("number",),
            },
        ),
        migrations.CreateModel(
            name="StepTaken",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("step", models.CharField(max_length=24, verbose_name="步骤")),
                (
                    "before",
                    models.CharField(
                        choices=[
                            ("not_started", "未填报"),
                            ("preparing", "填报中"),
                            ("submitted", "单位已报"),
                            ("department_reviewed", "部门已审"),
                            ("division_reviewed", "业务股已审"),
                            ("finance_reviewed", "财政已审"),
                            ("ready", "待公开"),
                            ("released", "已公开"),
                            ("correcting", "更正中"),
                        ],
                        max_length=19,
                        verbose_name="之前",
                    ),
                ),
                (
                    "after",
                    models.CharField(
                        choices=[
                            ("not_started", "未填报"),
                            ("preparing", "填报中"),
                            ("submitted", "单位已报"),
                            ("department_reviewed", "部门已审"),
                            ("division_reviewed", "业务股已审"),
                            ("finance_reviewed", "财政已审"),
                            ("ready", "待公开"),
                            ("released", "已公开"),
                            ("correcting", "更正中"),
                        ],
                        max_length=19,
                        verbose_name="之后",
                    ),
                ),
                ("round", models.PositiveSmallIntegerField(verbose_name="第几次公开")),
                ("remit", models.CharField(blank=True, default="", max_length=11, verbose_name="会审职责")),
                ("why", models.CharField(blank=True, default="", max_length=400, verbose_name="说明")),
                ("content_sha256", models.CharField(max_length=64, verbose_name="所见内容校验值")),
                ("substance_sha256", models.CharField(max_length=64, verbose_name="实质内容校验值")),
                ("details", models.JSONField(blank=True, null=True, verbose_name="情况")),
                ("at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), verbose_name="时间")),
            ],
            options={
                "verbose_name": "办理步骤",
                "ordering": ("id",),
            },
        ),
        migrations.CreateModel(
            name="Submission",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("content_sha256", models.CharField(max_length=64, verbose_name="内容校验值")),
                ("document", models.JSONField(verbose_name="文件内容")),
                ("at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), verbose_name="时间")),
            ],
            options={
                "verbose_name": "上报稿",
                "ordering": ("id",),
            },
        ),
        migrations.CreateModel(
            name="Transition",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("step", models.CharField(max_length=24)),
                ("before", models.CharField(max_length=19)),
                ("after", models.CharField(max_length=19)),
                ("duty", models.CharField(max_length=7)),
            ],
            options={
                "verbose_name": "允许的步骤",
            },
        ),
        migrations.RemoveConstraint(
            model_name="release",
            name="release_version_once",
        ),
        migrations.AddField(
            model_name="release",
            name="amounts_sha256",
            field=models.CharField(default="", max_length=64, verbose_name="金额校验值"),
        ),
        migrations.AddField(
            model_name="release",
            name="approval",
            field=models.ForeignKey(
                blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, to="filings.approval", verbose_name="批复"
            ),
        ),
        migrations.AddField(
            model_name="release",
            name="attempt",
            field=models.PositiveSmallIntegerField(
                default=1, editable=False, help_text="撤销过的定时公开不占版次", verbose_name="第几次定时"
            ),
        ),
        migrations.AddField(
            model_name="release",
            name="substance_sha256",
            field=models.CharField(default="", max_length=64, verbose_name="实质内容校验值"),
        ),
        migrations.AddConstraint(
            model_name="release",
            constraint=models.UniqueConstraint(
                fields=("region", "agency_code", "year", "kind", "version", "attempt"), name="release_version_once"
            ),
        ),
        migrations.AddField(
            model_name="comment",
            name="answered_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="答复人",
            ),
        ),
        migrations.AddField(
            model_name="comment",
            name="by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL, verbose_name="提出人"
            ),
        ),
        migrations.AddField(
            model_name="comment",
            name="filing",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="comments", to="filings.filing", verbose_name="填报"
            ),
        ),
        migrations.AddField(
            model_name="justification",
            name="by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL, verbose_name="说明人"
            ),
        ),
        migrations.AddField(
            model_name="justification",
            name="filing",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="justifications", to="filings.filing", verbose_name="填报"
            ),
        ),
        migrations.AddField(
            model_name="look",
            name="filing",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="looks", to="filings.filing", verbose_name="填报"
            ),
        ),
        migrations.AddField(
            model_name="look",
            name="person",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="+", to=settings.AUTH_USER_MODEL, verbose_name="人员"
            ),
        ),
        migrations.AddField(
            model_name="paperform",
            name="by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL, verbose_name="登记人"
            ),
        ),
        migrations.AddField(
            model_name="paperform",
            name="filing",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="papers", to="filings.filing", verbose_name="填报"
            ),
        ),
        migrations.AddField(
            model_name="releaseevent",
            name="by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="办理人",
            ),
        ),
        migrations.AddField(
            model_name="releaseevent",
            name="refers_to",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="answers",
                to="releases.releaseevent",
                verbose_name="针对",
            ),
        ),
        migrations.AddField(
            model_name="releaseevent",
            name="release",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="events", to="releases.release", verbose_name="公开文件"
            ),
        ),
        migrations.AddField(
            model_name="seal",
            name="event",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="seals",
                to="releases.releaseevent",
                verbose_name="事件",
            ),
        ),
        migrations.AddField(
            model_name="seal",
            name="release",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="seals",
                to="releases.release",
                verbose_name="公开文件",
            ),
        ),
        migrations.AddField(
            model_name="steptaken",
            name="approval",
            field=models.ForeignKey(
                blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, to="filings.approval", verbose_name="批复"
            ),
        ),
        migrations.AddField(
            model_name="steptaken",
            name="by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL, verbose_name="办理人"
            ),
        ),
        migrations.AddField(
            model_name="steptaken",
            name="filing",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="steps", to="filings.filing", verbose_name="填报"
            ),
        ),
        migrations.AddField(
            model_name="steptaken",
            name="paper",
            field=models.ForeignKey(
                blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, to="releases.paperform", verbose_name="审批表"
            ),
        ),
        migrations.AddField(
            model_name="steptaken",
            name="release",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="steps",
                to="releases.release",
                verbose_name="公开文件",
            ),
        ),
        migrations.AddField(
            model_name="submission",
            name="filing",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="submissions", to="filings.filing", verbose_name="填报"
            ),
        ),
        migrations.AddField(
            model_name="look",
            name="submission",
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to="releases.submission", verbose_name="上报稿"),
        ),
        migrations.AddConstraint(
            model_name="transition",
            constraint=models.UniqueConstraint(fields=("step", "before", "after"), name="transition_once"),
        ),
        migrations.AddConstraint(
            model_name="comment",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("address", ""), ("anchor", "filing")),
                    models.Q(models.Q(("anchor", "filing"), _negated=True), models.Q(("address", ""), _negated=True)),
                    _connector="OR",
                ),
                name="a_comment_is_somewhere",
            ),
        ),
        migrations.AddConstraint(
            model_name="comment",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("answer", ""), ("answered_at", None), ("answered_by", None)),
                    models.Q(("answered_at__isnull", False), ("answered_by__isnull", False), models.Q(("answer", ""), _negated=True)),
                    _connector="OR",
                ),
                name="an_answer_has_its_person",
            ),
        ),
        migrations.AddConstraint(
            model_name="justification",
            constraint=models.UniqueConstraint(fields=("filing", "finding"), name="justified_once"),
        ),
        migrations.AddConstraint(
            model_name="paperform",
            constraint=models.CheckConstraint(
                condition=models.Q(models.Q(("secrecy_by", ""), _negated=True), models.Q(("signed_by", ""), _negated=True)),
                name="paper_names_two_people",
            ),
        ),
        migrations.AddConstraint(
            model_name="releaseevent",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "kind__in",
                        ["cancelled", "withdrawal_requested", "withdrawn", "confirmed", "restored", "checked", "purge_requested", "purged"],
                    )
                ),
                name="event_kind_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="releaseevent",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("kind__in", ["withdrawn", "withdrawal_requested"]),
                        ("withdrawal__in", ["published_in_error", "superseded", "secrecy"]),
                        models.Q(("why", ""), _negated=True),
                    ),
                    models.Q(models.Q(("kind__in", ["withdrawn", "withdrawal_requested"]), _negated=True), ("withdrawal", "")),
                    _connector="OR",
                ),
                name="a_withdrawal_has_a_type_and_a_reason",
            ),
        ),
        migrations.AddConstraint(
            model_name="releaseevent",
            constraint=models.CheckConstraint(
                condition=models.Q(("by__isnull", False), ("kind", "checked"), _connector="OR"), name="an_event_has_a_person"
            ),
        ),
        migrations.AddConstraint(
            model_name="releaseevent",
            constraint=models.UniqueConstraint(
                condition=models.Q(("refers_to__isnull", False)), fields=("refers_to",), name="an_event_is_answered_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="seal",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("event", None), ("release__isnull", False)),
                    models.Q(("event__isnull", False), ("release", None)),
                    _connector="OR",
                ),
                name="a_seal_is_of_one_thing",
            ),
        ),
        migrations.AddConstraint(
            model_name="seal",
            constraint=models.UniqueConstraint(condition=models.Q(("event", None)), fields=("release",), name="a_release_is_sealed_once"),
        ),
        migrations.AddConstraint(
            model_name="seal",
            constraint=models.UniqueConstraint(condition=models.Q(("release", None)), fields=("event",), name="an_event_is_sealed_once"),
        ),
        migrations.AddConstraint(
            model_name="look",
            constraint=models.UniqueConstraint(fields=("filing", "person"), name="look_once"),
        ),
    ]
