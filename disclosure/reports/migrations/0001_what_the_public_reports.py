"""Reports of mistakes with their answers. What was sent never changes, what was published can only be taken down; every write but its secrets leaves its trail."""

import django.db.models.deletion
import django.db.models.functions.datetime
from django.conf import settings
from django.db import migrations, models

from disclosure.audit.sql import track

STANDS = """
CREATE FUNCTION report_stands() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE was jsonb; now jsonb; said text[] := ARRAY['state', 'outcome', 'question', 'answer', 'answered_by_id', 'answered_at', 'closed_by_id', 'closed_at', 'why',
                                                  'text', 'place', 'origin'];
BEGIN
    IF TG_OP = 'DELETE' THEN
        RAISE EXCEPTION 'a report is never deleted' USING ERRCODE = 'restrict_violation';
    ELSIF TG_OP = 'INSERT' THEN
        IF NEW.state <> 'received' THEN
            RAISE EXCEPTION 'a report begins as received' USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN NEW;
    END IF;
    was := to_jsonb(OLD) - 'origin';
    now := to_jsonb(NEW) - 'origin';
    IF was - said <> now - said OR NEW.origin NOT IN (OLD.origin, '') THEN
        RAISE EXCEPTION 'what was sent never changes' USING ERRCODE = 'restrict_violation';
    ELSIF (NEW.text, NEW.place) IS DISTINCT FROM (OLD.text, OLD.place) AND (NEW.state <> 'declined' OR NEW.text <> '' OR NEW.place <> '') THEN
        RAISE EXCEPTION 'what was sent is erased whole, with a refusal, or stays' USING ERRCODE = 'restrict_violation';
    ELSIF OLD.state = 'declined' AND was <> now THEN
        RAISE EXCEPTION 'what was declined is closed' USING ERRCODE = 'restrict_violation';
    ELSIF OLD.state = 'published' AND was <> now AND NEW.state <> 'declined' THEN
        RAISE EXCEPTION 'what was published can only be taken down' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER stands BEFORE INSERT OR UPDATE OR DELETE ON reports_report FOR EACH ROW EXECUTE FUNCTION report_stands();
"""


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("agencies", "0006_what_a_bureau_shows"),
        ("releases", "0009_open_data_in_bulk"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Report",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("receipt", models.CharField(editable=False, max_length=14, unique=True, verbose_name="回执号")),
                ("token", models.CharField(editable=False, max_length=32, unique=True, verbose_name="表单编号")),
                (
                    "origin",
                    models.CharField(
                        blank=True,
                        default="",
                        editable=False,
                        help_text="只用于限制次数，一天后删去",
                        max_length=64,
                        verbose_name="来源校验值",
                    ),
                ),
                ("agency_code", models.CharField(blank=True, default="", max_length=6, verbose_name="编码")),
                ("agency_name", models.CharField(blank=True, default="", max_length=60, verbose_name="名称")),
                (
                    "matter",
                    models.CharField(
                        choices=[
                            ("figure", "数字有误"),
                            ("wording", "文字有误"),
                            ("file", "文件打不开或不完整"),
                            ("missing", "应当公开而没有公开"),
                            ("personal", "含有不宜公开的个人信息"),
                            ("other", "其他"),
                        ],
                        max_length=8,
                        verbose_name="问题",
                    ),
                ),
                ("place", models.CharField(blank=True, default="", max_length=100, verbose_name="位置")),
                ("text", models.TextField(max_length=2000, verbose_name="来信")),
                ("received_at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), verbose_name="收到时间")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("received", "待答复"),
                            ("answered", "待公开答复"),
                            ("published", "已公开答复"),
                            ("declined", "不公开答复"),
                        ],
                        default="received",
                        max_length=9,
                        verbose_name="办理",
                    ),
                ),
                (
                    "outcome",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("corrected", "属实，已经更正"),
                            ("to_be_corrected", "属实，将要更正"),
                            ("right", "经核对无误"),
                            ("noted", "已经记下，用于改进"),
                        ],
                        default="",
                        max_length=15,
                        verbose_name="结果",
                    ),
                ),
                ("question", models.TextField(blank=True, default="", max_length=2000, verbose_name="公开的问题")),
                ("answer", models.TextField(blank=True, default="", max_length=2000, verbose_name="答复")),
                ("answered_at", models.DateTimeField(blank=True, null=True, verbose_name="答复时间")),
                ("closed_at", models.DateTimeField(blank=True, null=True, verbose_name="办结时间")),
                ("why", models.CharField(blank=True, default="", max_length=200, verbose_name="不公开的理由")),
                (
                    "agency",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.agency",
                        verbose_name="部门、单位",
                    ),
                ),
                (
                    "answered_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="答复人",
                    ),
                ),
                (
                    "bureau",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agencies.bureau", verbose_name="财政部门"
                    ),
                ),
                (
                    "closed_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="办结人",
                    ),
                ),
                (
                    "release",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reports",
                        to="releases.release",
                        verbose_name="公开文件",
                    ),
                ),
            ],
            options={
                "verbose_name": "纠错",
                "ordering": ("-received_at", "-id"),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("matter__in", ["figure", "wording", "file", "missing", "personal", "other"]),
                            ("state__in", ["received", "answered", "published", "declined"]),
                        ),
                        name="report_words_are_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state__in", ["answered", "published"]), _negated=True),
                            models.Q(
                                ("answered_at__isnull", False),
                                ("answered_by__isnull", False),
                                ("outcome__in", ["corrected", "to_be_corrected", "right", "noted"]),
                                models.Q(("question", ""), _negated=True),
                                models.Q(("answer", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="an_answer_is_whole",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "published"), _negated=True),
                            models.Q(
                                ("closed_at__isnull", False),
                                ("closed_by__isnull", False),
                                models.Q(("closed_by", models.F("answered_by")), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="an_answer_is_published_by_another",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "declined"), _negated=True),
                            models.Q(("closed_by__isnull", False), models.Q(("why", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="a_refusal_has_a_reason",
                    ),
                ],
            },
        ),
        migrations.RunSQL(STANDS, "DROP TRIGGER stands ON reports_report; DROP FUNCTION report_stands"),
        track("reports_report", secret=("text", "place", "question", "origin", "token")),
    ]
