"""What is recorded on the way of a filing to its release: steps, submissions, looks, comments, justifications, paper forms. Knows no rule."""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from agencies.people.models import Person
from agencies.people.roles import REMITS
from disclosure.filings.models import Approval, Filing
from disclosure.filings.states import State


class Transition(models.Model):
    """A step that the database lets through: the table of releases.workflow.steps, as the triggers read it. `duty`: author, review, fact, publish."""

    step = models.CharField(max_length=24)
    before = models.CharField(max_length=19)
    after = models.CharField(max_length=19)
    duty = models.CharField(max_length=7)

    class Meta:
        verbose_name = "允许的步骤"
        constraints = [models.UniqueConstraint(fields=["step", "before", "after"], name="transition_once")]

    def __str__(self) -> str:
        return f"{self.step}：{self.before}→{self.after}"


class PaperForm(models.Model):
    """A signed 公开审批表 as a scan: it stands for secrecy review and signature of the content that it names."""

    filing = models.ForeignKey(Filing, models.PROTECT, verbose_name="填报", related_name="papers")
    substance_sha256 = models.CharField("内容校验值", max_length=64)
    secrecy_by = models.CharField("保密审查人", max_length=30)
    signed_by = models.CharField("签发人", max_length=30)
    signed_on = models.DateField("签发日期")
    media_type = models.CharField("类型", max_length=20, choices=[("application/pdf", "PDF"), ("image/jpeg", "JPEG"), ("image/png", "PNG")])
    sha256 = models.CharField("扫描件校验值", max_length=64)
    body = models.BinaryField("扫描件")
    by = models.ForeignKey(Person, models.PROTECT, verbose_name="登记人", related_name="+")
    at = models.DateTimeField("时间", db_default=Now())

    class Meta:
        verbose_name = "公开审批表"
        ordering = ("-id",)
        constraints = [models.CheckConstraint(name="paper_names_two_people", condition=~Q(secrecy_by="") & ~Q(signed_by=""))]

    def __str__(self) -> str:
        return f"{self.filing} {self.signed_on}"


class StepTaken(models.Model):
    """A step that was taken. Inserting one moves the filing; nothing else does."""

    filing = models.ForeignKey(Filing, models.PROTECT, verbose_name="填报", related_name="steps")
    step = models.CharField("步骤", max_length=24)
    before = models.CharField("之前", max_length=19, choices=State.choices)
    after = models.CharField("之后", max_length=19, choices=State.choices)
    round = models.PositiveSmallIntegerField("第几次公开")
    remit = models.CharField("会审职责", max_length=11, blank=True, default="")
    by = models.ForeignKey(Person, models.PROTECT, verbose_name="办理人", related_name="+")
    why = models.CharField("说明", max_length=400, blank=True, default="")
    content_sha256 = models.CharField("所见内容校验值", max_length=64)
    substance_sha256 = models.CharField("实质内容校验值", max_length=64)
    approval = models.ForeignKey(Approval, models.PROTECT, null=True, blank=True, verbose_name="批复")
    paper = models.ForeignKey(PaperForm, models.PROTECT, null=True, blank=True, verbose_name="审批表")
    release = models.ForeignKey("releases.Release", models.PROTECT, null=True, blank=True, verbose_name="公开文件", related_name="steps")
    details = models.JSONField("情况", null=True, blank=True)
    at = models.DateTimeField("时间", db_default=Now())

    class Meta:
        verbose_name = "办理步骤"
        ordering = ("id",)

    def __str__(self) -> str:
        return f"{self.filing} {self.step}"

    @property
    def remit_words(self) -> str:
        """绩效, 采购, 资产."""
        return str(REMITS.get(self.remit, self.remit))


class Submission(models.Model):
    """The document as it was submitted, to say later what has changed since."""

    filing = models.ForeignKey(Filing, models.PROTECT, verbose_name="填报", related_name="submissions")
    content_sha256 = models.CharField("内容校验值", max_length=64)
    document = models.JSONField("文件内容")
    at = models.DateTimeField("时间", db_default=Now())

    class Meta:
        verbose_name = "上报稿"
        ordering = ("id",)

    def __str__(self) -> str:
        return f"{self.filing} {self.at:%Y-%m-%d %H:%M}"


class Look(models.Model):
    """Which submission a person has seen last."""

    filing = models.ForeignKey(Filing, models.CASCADE, verbose_name="填报", related_name="looks")
    person = models.ForeignKey(Person, models.CASCADE, verbose_name="人员", related_name="+")
    submission = models.ForeignKey(Submission, models.CASCADE, verbose_name="上报稿")
    at = models.DateTimeField("时间", db_default=Now())

    class Meta:
        verbose_name = "看过的上报稿"
        constraints = [models.UniqueConstraint(fields=["filing", "person"], name="look_once")]

    def __str__(self) -> str:
        return f"{self.filing} {self.person}"


class Preview(models.Model):
    """The document as a person saw it last before it was submitted."""

    filing = models.ForeignKey(Filing, models.CASCADE, verbose_name="填报", related_name="previews")
    person = models.ForeignKey(Person, models.CASCADE, verbose_name="人员", related_name="+")
    document = models.JSONField("内容")
    at = models.DateTimeField("时间")

    class Meta:
        verbose_name = "看过的草稿"
        constraints = [models.UniqueConstraint(fields=["filing", "person"], name="preview_once")]

    def __str__(self) -> str:
        return f"{self.filing} {self.person}"


class Anchor(models.TextChoices):
    """What a comment is about."""

    FILING = "filing", _("整份文件")
    CELL = "cell", _("单元格")
    SENTENCE = "sentence", _("段落")
    SECTION = "section", _("部分")


class Comment(models.Model):
    """A remark at a cell (statement, row, column), a sentence (place, number) or a section (place)."""

    filing = models.ForeignKey(Filing, models.CASCADE, verbose_name="填报", related_name="comments")
    anchor = models.CharField("位置", max_length=8, choices=Anchor.choices, default=Anchor.FILING)
    address = models.CharField("地址", max_length=160, blank=True, default="")
    where = models.CharField("位置说明", max_length=200, blank=True, default="")
    text = models.CharField("意见", max_length=500)
    by = models.ForeignKey(Person, models.PROTECT, verbose_name="提出人", related_name="+")
    at = models.DateTimeField("时间", db_default=Now())
    answer = models.CharField("答复", max_length=500, blank=True, default="")
    answered_by = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, verbose_name="答复人", related_name="+")
    answered_at = models.DateTimeField("答复时间", null=True, blank=True)

    class Meta:
        verbose_name = "审核意见"
        ordering = ("id",)
        constraints = [
            models.CheckConstraint(
                name="a_comment_is_somewhere", condition=Q(anchor="filing", address="") | (~Q(anchor="filing") & ~Q(address=""))
            ),
            models.CheckConstraint(
                name="an_answer_has_its_person",
                condition=Q(answered_at=None, answered_by=None, answer="")
                | (Q(answered_at__isnull=False, answered_by__isnull=False) & ~Q(answer="")),
            ),
        ]

    def __str__(self) -> str:
        return self.text[:20]


class Justification(models.Model):
    """Why a warning is right as it stands. It holds for the finding as it was worded: new figures ask anew."""

    filing = models.ForeignKey(Filing, models.CASCADE, verbose_name="填报", related_name="justifications")
    finding = models.CharField("校验结果", max_length=64)
    rule = models.CharField("规则", max_length=4)
    message = models.TextField("校验信息")
    text = models.CharField("说明", max_length=400)
    by = models.ForeignKey(Person, models.PROTECT, verbose_name="说明人", related_name="+")
    at = models.DateTimeField("时间", db_default=Now())

    class Meta:
        verbose_name = "预警说明"
        ordering = ("id",)
        constraints = [models.UniqueConstraint(fields=["filing", "finding"], name="justified_once")]

    def __str__(self) -> str:
        return f"{self.rule} {self.text[:20]}"
