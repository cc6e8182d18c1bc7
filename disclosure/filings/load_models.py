"""The bureau's loads: one workbook with the ledgers of many agencies, what its words mean here, and what each filing got of it."""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from agencies.models import Bureau
from agencies.people.models import Person
from disclosure.core.words import Kind
from disclosure.filings.approval_models import AmountUnit
from disclosure.filings.filing_models import Filing, choices, is_one_of

LINE_KEYS = ("flow", "unit", "function", "economic", "nature", "project", "source", "vintage")  # of a loaded line, beside its amount


class LoadStage(models.TextChoices):
    UPLOADED = "uploaded", _("正在读")
    UNSURE = "unsure", _("等您说明")
    REFUSED = "refused", _("有错，没有导入")
    READ = "read", _("等您确认")
    WRITTEN = "written", _("已导入")


class Load(models.Model):
    """`questions`, `problems` and `preview` are what reading it gave; the file is kept until it is written."""

    bureau = models.ForeignKey(Bureau, models.PROTECT, verbose_name="财政部门", related_name="+")
    year = models.PositiveSmallIntegerField("年度")
    kind = models.CharField("文件", max_length=6, choices=choices(Kind))
    unit = models.CharField("金额单位", max_length=4, choices=AmountUnit.choices)
    name = models.CharField("文件名", max_length=100)
    body = models.BinaryField("文件")
    stage = models.CharField("阶段", max_length=8, choices=LoadStage.choices, default=LoadStage.UPLOADED)
    questions = models.JSONField("要问的", default=list)
    problems = models.JSONField("错误", default=list)
    preview = models.JSONField("预览", default=dict)
    by = models.ForeignKey(Person, models.PROTECT, verbose_name="导入人", related_name="+")
    at = models.DateTimeField("上传时间", db_default=Now())
    written_at = models.DateTimeField("导入时间", null=True, blank=True)

    class Meta:
        verbose_name = "成批导入"
        ordering = ("-id",)
        constraints = [
            models.CheckConstraint(name="load_stage_is_known", condition=Q(stage__in=LoadStage.values)),
            models.CheckConstraint(name="load_kind_is_known", condition=is_one_of("kind", Kind)),
        ]

    def __str__(self) -> str:
        return self.name


class LoadWord(models.Model):
    """What a heading, or a word below one, means in the exports of a bureau's system: said once, remembered."""

    WHAT = {"heading": "表头", "source": "资金性质", "nature": "支出性质"}

    bureau = models.ForeignKey(Bureau, models.CASCADE, verbose_name="财政部门", related_name="+")
    what = models.CharField("类别", max_length=7, choices=list(WHAT.items()))
    word = models.CharField("词", max_length=100)
    meaning = models.CharField("含义", max_length=24)

    class Meta:
        verbose_name = "导出表的用词"
        constraints = [models.UniqueConstraint(fields=["bureau", "what", "word"], name="load_word_once")]

    def __str__(self) -> str:
        return f"{self.word} → {self.meaning}"


class LoadedLedger(models.Model):
    """What a load gave one filing: lines by `LINE_KEYS` and amount, projects by name; and the clerk who found them right."""

    filing = models.ForeignKey(Filing, models.CASCADE, verbose_name="填报", related_name="loaded")
    load = models.ForeignKey(Load, models.PROTECT, verbose_name="成批导入", related_name="ledgers")
    lines = models.JSONField("明细")
    total = models.DecimalField("支出合计（元）", max_digits=15, decimal_places=2)
    written_at = models.DateTimeField("写入时间", null=True, blank=True)
    confirmed_by = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, verbose_name="核对人", related_name="+")
    confirmed_at = models.DateTimeField("核对时间", null=True, blank=True)

    class Meta:
        verbose_name = "预填的明细"
        ordering = ("-id",)
        constraints = [models.UniqueConstraint(fields=["filing", "load"], name="ledger_once_a_load")]

    def __str__(self) -> str:
        return f"{self.filing}：{self.load}"
