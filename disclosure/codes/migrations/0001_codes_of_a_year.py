"""Codes by year, their other names, the mapping between the economic charts, and who loaded a book."""

import django.db.models.expressions
import django.db.models.functions.datetime
import django.db.models.functions.text
import django.db.models.lookups
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Code",
            fields=[
                ("pk", models.CompositePrimaryKey("year", "chart", "code", blank=True, editable=False, primary_key=True, serialize=False)),
                ("year", models.PositiveSmallIntegerField(verbose_name="年度")),
                (
                    "chart",
                    models.CharField(
                        choices=[
                            ("functional", "支出功能分类科目"),
                            ("economic", "部门预算支出经济分类科目"),
                            ("government", "政府预算支出经济分类科目"),
                            ("revenue", "收入分类科目"),
                        ],
                        max_length=10,
                        verbose_name="科目表",
                    ),
                ),
                ("code", models.CharField(max_length=7, verbose_name="编码")),
                (
                    "parent",
                    models.GeneratedField(
                        db_persist=True,
                        expression=models.Case(
                            models.When(
                                django.db.models.lookups.GreaterThan(django.db.models.functions.text.Length("code"), 3),
                                then=django.db.models.functions.text.Left(
                                    "code",
                                    django.db.models.expressions.CombinedExpression(
                                        django.db.models.functions.text.Length("code"), "-", models.Value(2)
                                    ),
                                ),
                            )
                        ),
                        output_field=models.CharField(max_length=5, null=True),
                        verbose_name="上级编码",
                    ),
                ),
                ("name", models.TextField(verbose_name="名称")),
                (
                    "budget",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("general", "一般公共预算"),
                            ("fund", "政府性基金预算"),
                            ("soe", "国有资本经营预算"),
                            ("shared", "多本预算共用"),
                            ("social_insurance", "社会保险基金预算"),
                        ],
                        default="",
                        max_length=16,
                        verbose_name="所属预算",
                    ),
                ),
                (
                    "group",
                    models.CharField(
                        blank=True,
                        choices=[("personnel", "人员经费"), ("public", "公用经费")],
                        default="",
                        max_length=9,
                        verbose_name="人员或公用",
                    ),
                ),
                (
                    "confidence",
                    models.CharField(
                        choices=[("seen", "见于已公开文件"), ("known", "确知"), ("unsure", "待核实")], max_length=6, verbose_name="可信程度"
                    ),
                ),
                ("definition", models.TextField(blank=True, default="", verbose_name="说明")),
            ],
            options={
                "verbose_name": "科目",
                "ordering": ("year", "chart", "code"),
                "indexes": [models.Index(fields=["year", "chart", "parent"], name="code_parent")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("year__gte", 2007), ("year__lte", 2100)), name="code_year_is_of_this_classification"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("chart__in", ["functional", "revenue"]), ("code__regex", "^[0-9]{3}([0-9]{2}){0,2}$")),
                            models.Q(("chart__in", ["economic", "government"]), ("code__regex", "^[0-9]{3}([0-9]{2})?$")),
                            _connector="OR",
                        ),
                        name="code_digits_by_chart",
                    ),
                    models.CheckConstraint(condition=models.Q(("name__regex", "\\S")), name="code_has_a_name"),
                    models.CheckConstraint(
                        condition=models.Q(("budget__in", ["", "general", "fund", "soe", "shared", "social_insurance"])),
                        name="code_budget_is_known",
                    ),
                    models.CheckConstraint(condition=models.Q(("group__in", ["", "personnel", "public"])), name="code_group_is_known"),
                    models.CheckConstraint(
                        condition=models.Q(("confidence__in", ["seen", "known", "unsure"])), name="code_confidence_is_known"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="CodeMapping",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("economic", models.CharField(max_length=5, verbose_name="部门经济分类")),
                (
                    "kind_of_unit",
                    models.CharField(
                        choices=[("administrative", "机关和参公事业单位"), ("institution", "事业单位（不含参公）"), ("any", "不区分")],
                        max_length=14,
                        verbose_name="单位类别",
                    ),
                ),
                ("government", models.CharField(max_length=5, verbose_name="政府经济分类")),
                ("first_year", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="始用年度")),
                ("last_year", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="停用年度")),
                (
                    "confidence",
                    models.CharField(
                        choices=[("seen", "见于已公开文件"), ("known", "确知"), ("unsure", "待核实")], max_length=6, verbose_name="可信程度"
                    ),
                ),
                ("note", models.TextField(blank=True, default="", verbose_name="备注")),
            ],
            options={
                "verbose_name": "经济分类对应",
                "ordering": ("economic", "kind_of_unit", "first_year"),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("economic", "kind_of_unit", "first_year"), name="code_mapping_once", nulls_distinct=False
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("economic__regex", "^[0-9]{5}$"), ("government__regex", "^[0-9]{5}$")),
                        name="code_mapping_digits",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("first_year__lte", models.F("last_year")), ("first_year", None), ("last_year", None), _connector="OR"
                        ),
                        name="code_mapping_years_in_order",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("kind_of_unit__in", ["administrative", "institution", "any"])),
                        name="code_mapping_kind_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("confidence__in", ["seen", "known", "unsure"])), name="code_mapping_confidence_is_known"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="CodeName",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "chart",
                    models.CharField(
                        choices=[
                            ("functional", "支出功能分类科目"),
                            ("economic", "部门预算支出经济分类科目"),
                            ("government", "政府预算支出经济分类科目"),
                            ("revenue", "收入分类科目"),
                        ],
                        max_length=10,
                        verbose_name="科目表",
                    ),
                ),
                ("code", models.CharField(max_length=7, verbose_name="编码")),
                ("name", models.TextField(verbose_name="名称")),
                ("first_year", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="始用年度")),
                ("last_year", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="停用年度")),
                ("kind", models.CharField(choices=[("former", "曾用名"), ("variant", "印刷异文")], max_length=7, verbose_name="类别")),
                (
                    "confidence",
                    models.CharField(
                        choices=[("seen", "见于已公开文件"), ("known", "确知"), ("unsure", "待核实")], max_length=6, verbose_name="可信程度"
                    ),
                ),
                ("note", models.TextField(blank=True, default="", verbose_name="备注")),
            ],
            options={
                "verbose_name": "科目别名",
                "ordering": ("chart", "code", "first_year"),
                "constraints": [
                    models.UniqueConstraint(fields=("chart", "code", "name"), name="code_name_once"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("chart__in", ["functional", "revenue"]), ("code__regex", "^[0-9]{3}([0-9]{2}){0,2}$")),
                            models.Q(("chart__in", ["economic", "government"]), ("code__regex", "^[0-9]{3}([0-9]{2})?$")),
                            _connector="OR",
                        ),
                        name="code_name_digits_by_chart",
                    ),
                    models.CheckConstraint(condition=models.Q(("name__regex", "\\S")), name="code_name_is_not_blank"),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("first_year__lte", models.F("last_year")), ("first_year", None), ("last_year", None), _connector="OR"
                        ),
                        name="code_name_years_in_order",
                    ),
                    models.CheckConstraint(condition=models.Q(("kind__in", ["former", "variant"])), name="code_name_kind_is_known"),
                    models.CheckConstraint(
                        condition=models.Q(("confidence__in", ["seen", "known", "unsure"])), name="code_name_confidence_is_known"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="EditionLoad",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("year", models.PositiveSmallIntegerField(verbose_name="年度")),
                ("by", models.CharField(max_length=200, verbose_name="操作人")),
                ("at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), verbose_name="时间")),
                ("file", models.CharField(max_length=255, verbose_name="文件名")),
                ("digest", models.CharField(max_length=64, verbose_name="SHA-256")),
                ("added", models.PositiveIntegerField(verbose_name="新增")),
                ("changed", models.PositiveIntegerField(verbose_name="修改")),
                ("removed", models.PositiveIntegerField(verbose_name="删除")),
            ],
            options={
                "verbose_name": "科目导入",
                "ordering": ("at",),
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("by__regex", "\\S")), name="edition_load_names_a_person"),
                    models.CheckConstraint(condition=models.Q(("digest__regex", "^[0-9a-f]{64}$")), name="edition_load_digest"),
                ],
            },
        ),
    ]
