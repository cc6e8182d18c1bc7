"""Filings and their rows."""

import django.db.models.deletion
import django.db.models.expressions
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("agencies", "0001_regions_and_agencies_by_year"),
    ]

    operations = [
        migrations.CreateModel(
            name="Filing",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("year", models.PositiveSmallIntegerField(verbose_name="年度")),
                ("kind", models.CharField(choices=[("budget", "预算"), ("final", "决算")], max_length=6, verbose_name="文件")),
                ("scope", models.CharField(choices=[("department", "部门"), ("unit", "单位")], max_length=10, verbose_name="公开范围")),
                ("pack", models.CharField(max_length=20, verbose_name="模板")),
                ("objective", models.TextField(blank=True, default="", verbose_name="年度总体目标")),
                ("assets_as_of", models.DateField(blank=True, null=True, verbose_name="资产数截止日期")),
                ("last_year_complete", models.BooleanField(default=False, verbose_name="未列出的上年数都是0")),
                (
                    "agency_year",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="agencies.agencyyear", verbose_name="部门或单位"),
                ),
                ("units", models.ManyToManyField(related_name="filings_within", to="agencies.agencyyear", verbose_name="单位")),
            ],
            options={
                "verbose_name": "填报",
            },
        ),
        migrations.CreateModel(
            name="EnteredFigure",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.CharField(max_length=60, verbose_name="名目")),
                ("amount", models.DecimalField(blank=True, decimal_places=2, max_digits=15, null=True, verbose_name="金额（元）")),
                ("count", models.PositiveIntegerField(blank=True, null=True, verbose_name="数量")),
                ("filing", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to="filings.filing", verbose_name="填报")),
            ],
            options={
                "verbose_name": "其他数字",
            },
        ),
        migrations.CreateModel(
            name="PriorFigure",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("statement", models.CharField(max_length=4, verbose_name="表")),
                ("row", models.CharField(max_length=40, verbose_name="行")),
                ("column", models.CharField(max_length=40, verbose_name="栏")),
                ("amount", models.DecimalField(decimal_places=2, max_digits=15, verbose_name="上年数（元）")),
                ("filing", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to="filings.filing", verbose_name="填报")),
            ],
            options={
                "verbose_name": "上年数",
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="PriorLine",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("position", models.PositiveIntegerField(verbose_name="序号")),
                ("year", models.PositiveSmallIntegerField(verbose_name="科目年度")),
                ("function", models.CharField(max_length=7, verbose_name="功能科目")),
                ("economic", models.CharField(max_length=5, verbose_name="经济科目")),
                (
                    "function_chart",
                    models.GeneratedField(
                        db_persist=True, expression=models.Value("functional"), output_field=models.CharField(max_length=10)
                    ),
                ),
                (
                    "economic_chart",
                    models.GeneratedField(
                        db_persist=True, expression=models.Value("economic"), output_field=models.CharField(max_length=10)
                    ),
                ),
                (
                    "nature",
                    models.CharField(
                        choices=[
                            ("basic", "基本支出"),
                            ("project", "项目支出"),
                            ("operating", "经营支出"),
                            ("remitted_upward", "上缴上级支出"),
                            ("subsidy_to_subordinate", "对附属单位补助支出"),
                        ],
                        max_length=24,
                        verbose_name="性质",
                    ),
                ),
                (
                    "source",
                    models.CharField(
                        choices=[
                            ("general", "一般公共预算"),
                            ("fund", "政府性基金预算"),
                            ("soe", "国有资本经营预算"),
                            ("education_fee", "教育收费资金"),
                            ("institutional", "事业收入"),
                            ("operating", "事业单位经营收入"),
                            ("subordinate_remittance", "附属单位上缴收入"),
                            ("superior_subsidy", "上级补助收入"),
                            ("other", "其他收入"),
                            ("nonfiscal_surplus", "使用非财政拨款结余"),
                        ],
                        max_length=24,
                        verbose_name="资金来源",
                    ),
                ),
                (
                    "vintage",
                    models.CharField(choices=[("this_year", "本年"), ("carried_over", "上年结转")], max_length=12, verbose_name="年份"),
                ),
                (
                    "use",
                    models.CharField(
                        blank=True,
                        choices=[("personnel", "列入人员经费"), ("public", "列入公用经费"), ("academic_exchange", "学术交流合作")],
                        default="",
                        max_length=20,
                        verbose_name="用途",
                    ),
                ),
                ("item", models.CharField(blank=True, default="", max_length=100, verbose_name="明细")),
                ("amount", models.DecimalField(decimal_places=2, max_digits=15, verbose_name="金额（元）")),
                (
                    "filing_year",
                    models.GeneratedField(
                        db_persist=True,
                        expression=django.db.models.expressions.CombinedExpression(models.F("year"), "+", models.Value(1)),
                        output_field=models.PositiveSmallIntegerField(),
                    ),
                ),
                ("project", models.CharField(blank=True, default="", max_length=30, verbose_name="项目")),
                ("filing", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to="filings.filing", verbose_name="填报")),
                ("unit", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="agencies.agencyyear", verbose_name="单位")),
            ],
            options={
                "verbose_name": "上年明细",
                "ordering": ("filing", "position"),
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Project",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("position", models.PositiveIntegerField(verbose_name="序号")),
                ("key", models.CharField(max_length=30, verbose_name="代号")),
                ("name", models.CharField(max_length=100, verbose_name="项目名称")),
                ("overview", models.TextField(verbose_name="项目概述")),
                ("basis", models.TextField(blank=True, verbose_name="立项依据")),
                ("implementer", models.TextField(blank=True, verbose_name="实施主体")),
                ("plan", models.TextField(blank=True, verbose_name="实施方案")),
                ("period", models.TextField(blank=True, verbose_name="实施周期")),
                ("objective", models.TextField(blank=True, verbose_name="年度绩效目标")),
                ("filing", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to="filings.filing", verbose_name="填报")),
            ],
            options={
                "verbose_name": "项目",
                "ordering": ("filing", "position"),
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Line",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("position", models.PositiveIntegerField(verbose_name="序号")),
                ("year", models.PositiveSmallIntegerField(verbose_name="科目年度")),
                ("function", models.CharField(max_length=7, verbose_name="功能科目")),
                ("economic", models.CharField(max_length=5, verbose_name="经济科目")),
                (
                    "function_chart",
                    models.GeneratedField(
                        db_persist=True, expression=models.Value("functional"), output_field=models.CharField(max_length=10)
                    ),
                ),
                (
                    "economic_chart",
                    models.GeneratedField(
                        db_persist=True, expression=models.Value("economic"), output_field=models.CharField(max_length=10)
                    ),
                ),
                (
                    "nature",
                    models.CharField(
                        choices=[
                            ("basic", "基本支出"),
                            ("project", "项目支出"),
                            ("operating", "经营支出"),
                            ("remitted_upward", "上缴上级支出"),
                            ("subsidy_to_subordinate", "对附属单位补助支出"),
                        ],
                        max_length=24,
                        verbose_name="性质",
                    ),
                ),
                (
                    "source",
                    models.CharField(
                        choices=[
                            ("general", "一般公共预算"),
                            ("fund", "政府性基金预算"),
                            ("soe", "国有资本经营预算"),
                            ("education_fee", "教育收费资金"),
                            ("institutional", "事业收入"),
                            ("operating", "事业单位经营收入"),
                            ("subordinate_remittance", "附属单位上缴收入"),
                            ("superior_subsidy", "上级补助收入"),
                            ("other", "其他收入"),
                            ("nonfiscal_surplus", "使用非财政拨款结余"),
                        ],
                        max_length=24,
                        verbose_name="资金来源",
                    ),
                ),
                (
                    "vintage",
                    models.CharField(choices=[("this_year", "本年"), ("carried_over", "上年结转")], max_length=12, verbose_name="年份"),
                ),
                (
                    "use",
                    models.CharField(
                        blank=True,
                        choices=[("personnel", "列入人员经费"), ("public", "列入公用经费"), ("academic_exchange", "学术交流合作")],
                        default="",
                        max_length=20,
                        verbose_name="用途",
                    ),
                ),
                ("item", models.CharField(blank=True, default="", max_length=100, verbose_name="明细")),
                ("amount", models.DecimalField(decimal_places=2, max_digits=15, verbose_name="金额（元）")),
                ("filing", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to="filings.filing", verbose_name="填报")),
                ("unit", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="agencies.agencyyear", verbose_name="单位")),
                (
                    "project",
                    models.ForeignKey(
                        blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, to="filings.project", verbose_name="项目"
                    ),
                ),
            ],
            options={
                "verbose_name": "收支明细",
                "ordering": ("filing", "position"),
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Indicator",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("position", models.PositiveIntegerField(verbose_name="序号")),
                ("level1", models.CharField(max_length=200, verbose_name="一级指标")),
                ("level2", models.CharField(max_length=200, verbose_name="二级指标")),
                ("level3", models.CharField(max_length=200, verbose_name="三级指标")),
                ("target", models.CharField(max_length=200, verbose_name="指标值")),
                ("filing", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to="filings.filing", verbose_name="填报")),
                (
                    "project",
                    models.ForeignKey(
                        blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, to="filings.project", verbose_name="项目"
                    ),
                ),
            ],
            options={
                "verbose_name": "绩效指标",
                "ordering": ("filing", "position"),
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Reason",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("statement", models.CharField(max_length=4, verbose_name="表")),
                ("row", models.CharField(max_length=40, verbose_name="行")),
                ("column", models.CharField(max_length=40, verbose_name="栏")),
                ("text", models.TextField(verbose_name="原因")),
                ("filing", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to="filings.filing", verbose_name="填报")),
            ],
            options={
                "verbose_name": "增减原因",
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Text",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("position", models.PositiveIntegerField(verbose_name="序号")),
                (
                    "section",
                    models.CharField(
                        choices=[("duties", "主要职责"), ("offices", "内设处室"), ("terms", "名词解释")], max_length=8, verbose_name="部分"
                    ),
                ),
                ("heading", models.CharField(blank=True, default="", max_length=60, verbose_name="名词")),
                ("text", models.TextField(verbose_name="文字")),
                ("filing", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to="filings.filing", verbose_name="填报")),
            ],
            options={
                "verbose_name": "文字",
                "ordering": ("filing", "position"),
                "abstract": False,
            },
        ),
        migrations.AddConstraint(
            model_name="filing",
            constraint=models.UniqueConstraint(fields=("agency_year", "kind"), name="filing_once_a_year_and_kind"),
        ),
        migrations.AddConstraint(
            model_name="filing",
            constraint=models.UniqueConstraint(fields=("id", "year"), name="filing_id_and_year"),
        ),
        migrations.AddConstraint(
            model_name="enteredfigure",
            constraint=models.UniqueConstraint(fields=("filing", "key"), name="entered_figure_once"),
        ),
        migrations.AddConstraint(
            model_name="enteredfigure",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("amount__isnull", False), ("count", None)),
                    models.Q(("amount", None), ("count__isnull", False)),
                    _connector="OR",
                ),
                name="entered_figure_is_an_amount_or_a_count",
            ),
        ),
        migrations.AddConstraint(
            model_name="priorfigure",
            constraint=models.UniqueConstraint(fields=("filing", "statement", "row", "column"), name="priorfigure_once"),
        ),
        migrations.AddConstraint(
            model_name="priorline",
            constraint=models.CheckConstraint(
                condition=models.Q(("function__regex", "^[0-9]{7}$")), name="priorline_function_has_seven_digits"
            ),
        ),
        migrations.AddConstraint(
            model_name="priorline",
            constraint=models.CheckConstraint(condition=models.Q(("amount__gte", 0)), name="priorline_amount_is_not_negative"),
        ),
        migrations.AddConstraint(
            model_name="priorline",
            constraint=models.CheckConstraint(
                condition=models.Q(("nature__in", ["basic", "project", "operating", "remitted_upward", "subsidy_to_subordinate"])),
                name="priorline_nature_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="priorline",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "source__in",
                        [
                            "general",
                            "fund",
                            "soe",
                            "education_fee",
                            "institutional",
                            "operating",
                            "subordinate_remittance",
                            "superior_subsidy",
                            "other",
                            "nonfiscal_surplus",
                        ],
                    )
                ),
                name="priorline_source_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="priorline",
            constraint=models.CheckConstraint(
                condition=models.Q(("vintage__in", ["this_year", "carried_over"])), name="priorline_vintage_is_known"
            ),
        ),
        migrations.AddConstraint(
            model_name="priorline",
            constraint=models.CheckConstraint(
                condition=models.Q(("use__in", ["", "personnel", "public", "academic_exchange"])), name="priorline_use_is_known"
            ),
        ),
        migrations.AddConstraint(
            model_name="project",
            constraint=models.UniqueConstraint(fields=("filing", "key"), name="project_key_once"),
        ),
        migrations.AddConstraint(
            model_name="project",
            constraint=models.UniqueConstraint(fields=("filing", "name"), name="project_name_once"),
        ),
        migrations.AddConstraint(
            model_name="project",
            constraint=models.UniqueConstraint(fields=("id", "filing"), name="project_id_and_filing"),
        ),
        migrations.AddConstraint(
            model_name="line",
            constraint=models.CheckConstraint(condition=models.Q(("function__regex", "^[0-9]{7}$")), name="line_function_has_seven_digits"),
        ),
        migrations.AddConstraint(
            model_name="line",
            constraint=models.CheckConstraint(condition=models.Q(("amount__gte", 0)), name="line_amount_is_not_negative"),
        ),
        migrations.AddConstraint(
            model_name="line",
            constraint=models.CheckConstraint(
                condition=models.Q(("nature__in", ["basic", "project", "operating", "remitted_upward", "subsidy_to_subordinate"])),
                name="line_nature_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="line",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "source__in",
                        [
                            "general",
                            "fund",
                            "soe",
                            "education_fee",
                            "institutional",
                            "operating",
                            "subordinate_remittance",
                            "superior_subsidy",
                            "other",
                            "nonfiscal_surplus",
                        ],
                    )
                ),
                name="line_source_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="line",
            constraint=models.CheckConstraint(
                condition=models.Q(("vintage__in", ["this_year", "carried_over"])), name="line_vintage_is_known"
            ),
        ),
        migrations.AddConstraint(
            model_name="line",
            constraint=models.CheckConstraint(
                condition=models.Q(("use__in", ["", "personnel", "public", "academic_exchange"])), name="line_use_is_known"
            ),
        ),
        migrations.AddConstraint(
            model_name="line",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("nature", "project"), ("project__isnull", False)),
                    models.Q(models.Q(("nature", "project"), _negated=True), ("project", None)),
                    _connector="OR",
                ),
                name="line_names_a_project_when_it_is_project_money",
            ),
        ),
        migrations.AddConstraint(
            model_name="reason",
            constraint=models.UniqueConstraint(fields=("filing", "statement", "row", "column"), name="reason_once"),
        ),
    ]
