"""What was transcribed: an original and everything printed in it. Knows no lines; what ties it to its filing is held by the database."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q, Value

from disclosure.filings.filing_models import LONGEST_ROW, Addressed, Filing, FilingRow


class Original(models.Model):
    """What was published elsewhere. A migration ties it to a filing that is transcribed, and what is printed to it."""

    filing = models.OneToOneField(Filing, models.CASCADE, primary_key=True, verbose_name="填报")
    filing_origin = models.GeneratedField(expression=Value("transcribed"), output_field=models.CharField(max_length=11), db_persist=True)
    title = models.CharField("原件标题", max_length=200)
    published_on = models.DateField("原件公开日期", null=True, blank=True)
    address = models.CharField("原件网址", max_length=500, blank=True, default="")
    note = models.TextField("原件说明", blank=True, default="")
    complete = ArrayField(models.CharField(max_length=4), verbose_name="文字已列全的表", blank=True, default=list)
    pictures = ArrayField(models.CharField(max_length=4), verbose_name="印成图片的表", blank=True, default=list)

    class Meta:
        verbose_name = "原件"
        constraints = [models.CheckConstraint(name="original_has_a_title", condition=~Q(title=""))]

    def __str__(self) -> str:
        return self.title


class PrintedTable(FilingRow):
    """A table as printed."""

    statement = models.CharField("表", max_length=4)
    title = models.CharField("原标题", max_length=200, blank=True, default="")
    notes = ArrayField(models.TextField(), verbose_name="表注", blank=True, default=list)

    class Meta(FilingRow.Meta):
        verbose_name = "照录的表"
        constraints = [models.UniqueConstraint(fields=["filing", "statement"], name="printed_table_once")]

    def __str__(self) -> str:
        return self.statement


class PrintedRow(models.Model):
    """A row of a printed table; a blank name is the template's."""

    table = models.ForeignKey(PrintedTable, models.CASCADE, related_name="rows", verbose_name="表")
    position = models.PositiveIntegerField("序号")
    key = models.CharField("行", max_length=40)
    name = models.CharField("名称", max_length=100, blank=True, default="")

    class Meta:
        verbose_name = "照录的行"
        ordering = ("table", "position")
        constraints = [models.UniqueConstraint(fields=["table", "key"], name="printed_row_once")]

    def __str__(self) -> str:
        return self.key


class PrintedCell(models.Model):
    """A printed number, or a cell that is printed blank."""

    row = models.ForeignKey(PrintedRow, models.CASCADE, related_name="cells", verbose_name="行")
    position = models.PositiveIntegerField("序号")
    column = models.CharField("栏", max_length=40)
    text = models.CharField("数", max_length=40, blank=True)

    class Meta:
        verbose_name = "照录的数"
        ordering = ("row", "position")
        constraints = [models.UniqueConstraint(fields=["row", "column"], name="printed_cell_once")]

    def __str__(self) -> str:
        return self.text


class Quotation(FilingRow):
    """A paragraph of prescribed wording, its figures marked with their addresses."""

    section = models.CharField("部分", max_length=100)
    text = models.TextField("文字")

    class Meta(FilingRow.Meta):
        verbose_name = "照录的文字"

    def __str__(self) -> str:
        return self.text[:20]


class StatedFigure(Addressed):
    """A figure of a sentence that is not quoted; the row of a comparison is 表.行.栏."""

    position = models.PositiveIntegerField("序号")
    row = models.CharField("行", max_length=LONGEST_ROW)
    text = models.CharField("数", max_length=40)

    class Meta(Addressed.Meta):
        verbose_name = "文字里的数"


class ExplainedTerm(FilingRow):
    """A term that the original explains; a blank definition is not carried over."""

    section = models.CharField("部分", max_length=100)
    term = models.CharField("名词", max_length=100)
    definition = models.TextField("解释", blank=True, default="")

    class Meta(FilingRow.Meta):
        verbose_name = "原件的名词"

    def __str__(self) -> str:
        return self.term
