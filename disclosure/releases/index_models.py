"""What is kept beside a release so that the public can search and compare: its figures and texts flat, and when it is in force. Derived; knows no page."""

from django.db import models


class Period(models.Model):
    """When a release is in force, as far as is decided today. The database keeps it; one that is cancelled or withdrawn has none."""

    release = models.OneToOneField("releases.Release", models.PROTECT, primary_key=True, related_name="period", verbose_name="公开文件")
    region = models.CharField(max_length=6)
    agency_code = models.CharField(max_length=6)
    agency_name = models.CharField(max_length=60)
    year = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=6)
    scope = models.CharField(max_length=10)
    begins = models.DateTimeField("开始")
    ends = models.DateTimeField("结束", null=True)

    class Meta:
        verbose_name = "现行期间"
        indexes = [
            models.Index(fields=["year", "kind", "scope", "region"], name="period_of_a_year"),
            models.Index(fields=["region", "agency_code", "year", "kind"], name="period_of_an_agency"),
        ]

    def __str__(self) -> str:
        return f"{self.agency_code} {self.year} {self.kind} {self.begins}"


class Spelling(models.Model):
    """An agency's name in pinyin and in its initials."""

    name = models.CharField("名称", max_length=60, primary_key=True)
    pinyin = models.CharField("拼音", max_length=400)
    initials = models.CharField("首字母", max_length=80)

    class Meta:
        verbose_name = "名称的拼音"

    def __str__(self) -> str:
        return f"{self.name} {self.initials}"


class ReleasedFigure(models.Model):
    """One filled cell of a release. `fen`: the exact amount in hundredths of a 元, of money alone; `text`: as printed."""

    release = models.ForeignKey("releases.Release", models.PROTECT, related_name="flat_figures", verbose_name="公开文件", db_index=False)
    place = models.PositiveIntegerField("次序")
    statement = models.CharField("表", max_length=4)
    row = models.CharField("行", max_length=60)
    column = models.CharField("栏", max_length=30)
    code = models.CharField("科目编码", max_length=7)
    parent = models.CharField("上级编码", max_length=7)
    level = models.CharField("层级", max_length=5)
    name = models.CharField("名称", max_length=200)
    kind = models.CharField("种类", max_length=7)
    text = models.CharField("印出的数", max_length=40)
    fen = models.BigIntegerField("金额（分）", null=True)
    is_exact = models.BooleanField("确数", default=True)
    is_main = models.BooleanField("支出最多的类", default=False)

    class Meta:
        verbose_name = "公开的数字"
        constraints = [models.UniqueConstraint(fields=["release", "statement", "row", "column"], name="figure_once")]
        indexes = [
            models.Index(fields=["fen"], name="figure_amount"),
            models.Index(fields=["text"], name="figure_printed"),
            models.Index(fields=["statement", "row", "column", "release"], include=["fen"], name="figure_at_address"),
            models.Index(fields=["statement", "parent", "column", "release"], name="figure_above"),
        ]

    def __str__(self) -> str:
        return f"{self.statement}/{self.row}/{self.column} {self.text}"


class ReleasedText(models.Model):
    """A project, a paragraph or a term of a release; the database makes the bigrams that searches ask for."""

    release = models.ForeignKey("releases.Release", models.PROTECT, related_name="flat_texts", verbose_name="公开文件")
    number = models.PositiveIntegerField("次序")
    year = models.PositiveSmallIntegerField("年度")  # of the release: what is found is put in order by it
    kind = models.CharField("种类", max_length=7)
    place = models.CharField("页内位置", max_length=40)
    title = models.CharField("标题", max_length=200)
    text = models.TextField("文字")
    printed = models.CharField("印出的金额", max_length=40, default="")
    fen = models.BigIntegerField("金额（分）", null=True)

    class Meta:
        verbose_name = "公开的文字"

    def __str__(self) -> str:
        return self.title
