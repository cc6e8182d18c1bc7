"""Transcribed filings: the original, its tables, sentences and figures. An original is of a transcribed filing, a line of an entered one."""

import django.contrib.postgres.fields
import django.db.models.deletion
from django.db import migrations, models

from disclosure.codes.composite import composite_foreign_key


def key() -> tuple[str, models.Field]:
    return ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"))


def filing() -> tuple[str, models.Field]:
    return ("filing", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to="filings.filing", verbose_name="填报"))


def position() -> tuple[str, models.Field]:
    return ("position", models.PositiveIntegerField(verbose_name="序号"))


def origin_is(word: str) -> models.Field:
    return models.GeneratedField(db_persist=True, expression=models.Value(word), output_field=models.CharField(max_length=11))


ROW_OPTIONS = {"ordering": ("filing", "position"), "abstract": False}
FILING_ORIGIN = (("filing_id", "filing_origin"), "filings_filing", ("id", "origin"))


class Migration(migrations.Migration):
    dependencies = [
        ("agencies", "0001_regions_and_agencies_by_year"),
        ("filings", "0002_codes_years_and_projects_of_lines"),
    ]

    operations = [
        migrations.AddField(
            model_name="filing",
            name="origin",
            field=models.CharField(
                choices=[("entered", "本平台填报"), ("transcribed", "照录原件")], default="entered", max_length=11, verbose_name="来源"
            ),
        ),
        migrations.AddConstraint(
            model_name="filing",
            constraint=models.UniqueConstraint(fields=("id", "origin"), name="filing_id_and_origin"),
        ),
        migrations.AddField(model_name="line", name="filing_origin", field=origin_is("entered")),
        migrations.CreateModel(
            name="Original",
            fields=[
                (
                    "filing",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        serialize=False,
                        to="filings.filing",
                        verbose_name="填报",
                    ),
                ),
                ("filing_origin", origin_is("transcribed")),
                ("title", models.CharField(max_length=200, verbose_name="原件标题")),
                ("published_on", models.DateField(blank=True, null=True, verbose_name="原件公开日期")),
                ("address", models.CharField(blank=True, default="", max_length=500, verbose_name="原件网址")),
                ("note", models.TextField(blank=True, default="", verbose_name="原件说明")),
                (
                    "complete",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=4), blank=True, default=list, size=None, verbose_name="文字已列全的表"
                    ),
                ),
                (
                    "pictures",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=4), blank=True, default=list, size=None, verbose_name="印成图片的表"
                    ),
                ),
            ],
            options={
                "verbose_name": "原件",
                "constraints": [models.CheckConstraint(condition=models.Q(("title", ""), _negated=True), name="original_has_a_title")],
            },
        ),
        migrations.CreateModel(
            name="PrintedTable",
            fields=[
                key(),
                position(),
                ("statement", models.CharField(max_length=4, verbose_name="表")),
                ("title", models.CharField(blank=True, default="", max_length=200, verbose_name="原标题")),
                (
                    "notes",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.TextField(), blank=True, default=list, size=None, verbose_name="表注"
                    ),
                ),
                filing(),
            ],
            options={
                "verbose_name": "照录的表",
                "constraints": [models.UniqueConstraint(fields=("filing", "statement"), name="printed_table_once")],
                **ROW_OPTIONS,
            },
        ),
        migrations.CreateModel(
            name="PrintedRow",
            fields=[
                key(),
                position(),
                ("key", models.CharField(max_length=40, verbose_name="行")),
                ("name", models.CharField(blank=True, default="", max_length=100, verbose_name="名称")),
                (
                    "table",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="rows", to="filings.printedtable", verbose_name="表"
                    ),
                ),
            ],
            options={
                "verbose_name": "照录的行",
                "ordering": ("table", "position"),
                "constraints": [models.UniqueConstraint(fields=("table", "key"), name="printed_row_once")],
            },
        ),
        migrations.CreateModel(
            name="PrintedCell",
            fields=[
                key(),
                position(),
                ("column", models.CharField(max_length=40, verbose_name="栏")),
                ("text", models.CharField(blank=True, max_length=40, verbose_name="数")),
                (
                    "row",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="cells", to="filings.printedrow", verbose_name="行"
                    ),
                ),
            ],
            options={
                "verbose_name": "照录的数",
                "ordering": ("row", "position"),
                "constraints": [models.UniqueConstraint(fields=("row", "column"), name="printed_cell_once")],
            },
        ),
        migrations.CreateModel(
            name="Quotation",
            fields=[
                key(),
                position(),
                ("section", models.CharField(max_length=100, verbose_name="部分")),
                ("text", models.TextField(verbose_name="文字")),
                filing(),
            ],
            options={"verbose_name": "照录的文字", **ROW_OPTIONS},
        ),
        migrations.CreateModel(
            name="StatedFigure",
            fields=[
                key(),
                ("statement", models.CharField(max_length=4, verbose_name="表")),
                ("column", models.CharField(max_length=40, verbose_name="栏")),
                position(),
                ("row", models.CharField(max_length=86, verbose_name="行")),
                ("text", models.CharField(max_length=40, verbose_name="数")),
                filing(),
            ],
            options={
                "verbose_name": "文字里的数",
                "abstract": False,
                "constraints": [models.UniqueConstraint(fields=("filing", "statement", "row", "column"), name="statedfigure_once")],
            },
        ),
        migrations.CreateModel(
            name="ExplainedTerm",
            fields=[
                key(),
                position(),
                ("section", models.CharField(max_length=100, verbose_name="部分")),
                ("term", models.CharField(max_length=100, verbose_name="名词")),
                ("definition", models.TextField(blank=True, default="", verbose_name="解释")),
                filing(),
            ],
            options={"verbose_name": "原件的名词", **ROW_OPTIONS},
        ),
        composite_foreign_key("filings_line", *FILING_ORIGIN, name="line_of_an_entered_filing", deferrable=True),
        composite_foreign_key("filings_original", *FILING_ORIGIN, name="original_of_a_transcribed_filing", deferrable=True),
        *(
            composite_foreign_key(
                f"filings_{table}", ("filing_id",), "filings_original", ("filing_id",), name=f"{table}_of_an_original", deferrable=True
            )
            for table in ("printedtable", "quotation", "statedfigure", "explainedterm")
        ),
    ]
