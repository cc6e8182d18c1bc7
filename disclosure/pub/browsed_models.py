"""What the public browses and compares: agencies by year, who published when, the figures and texts of what is in force. Read-only; knows no page."""

from decimal import Decimal

from django.db import models

HUNDRED = Decimal(100)


class Agency(models.Model):
    """An agency in a year, as it is registered; the exempt are not there."""

    agency_id = models.BigIntegerField()
    region = models.CharField(max_length=6)
    region_name = models.CharField(max_length=60)
    year = models.PositiveSmallIntegerField()
    code = models.CharField(max_length=6)
    name = models.CharField(max_length=60)
    kind = models.CharField(max_length=14)
    parent_code = models.CharField(max_length=6)
    parent_name = models.CharField(max_length=60)
    since = models.DateField(null=True)
    until = models.DateField(null=True)
    pinyin = models.CharField(max_length=400)
    initials = models.CharField(max_length=80)

    class Meta:
        managed = False
        db_table = '"pub"."agency"'
        ordering = ("region", "year", "code")

    def __str__(self) -> str:
        return f"{self.code} {self.name}"

    @property
    def is_department(self) -> bool:
        """Departments have three digits."""
        return len(self.code) == 3


class OfDocument(models.Model):
    """Which document a row belongs to."""

    region = models.CharField(max_length=6)
    region_name = models.CharField(max_length=60)
    agency_code = models.CharField(max_length=6)
    agency_name = models.CharField(max_length=60)
    year = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=6)

    class Meta:
        abstract = True


class Current(OfDocument):
    """A release in force, without its document: what lists and comparisons need. `id`: the release's."""

    scope = models.CharField(max_length=10)
    publish_at = models.DateTimeField()

    class Meta:
        managed = False
        db_table = '"pub"."current"'
        ordering = ("-publish_at", "region", "agency_code")

    def __str__(self) -> str:
        return f"{self.agency_name} {self.year} {self.kind}"


class Figure(OfDocument):
    """A figure of a release in force. `measure`: money, count or percent; `text` as printed, `fen` the exact amount in hundredths of a 元."""

    release = models.ForeignKey("pub.Release", models.DO_NOTHING, related_name="+")
    place = models.PositiveIntegerField()
    statement = models.CharField(max_length=4)
    row = models.CharField(max_length=60)
    column = models.CharField(max_length=30)
    code = models.CharField(max_length=7)
    parent = models.CharField(max_length=7)
    level = models.CharField(max_length=5)
    name = models.CharField(max_length=200)
    measure = models.CharField(max_length=7)
    text = models.CharField(max_length=40)
    fen = models.BigIntegerField(null=True)
    is_exact = models.BooleanField()
    is_main = models.BooleanField()
    scope = models.CharField(max_length=10)

    class Meta:
        managed = False
        db_table = '"pub"."figure"'
        ordering = ("release", "place")

    def __str__(self) -> str:
        return f"{self.statement}/{self.row}/{self.column} {self.text}"

    @property
    def yuan(self) -> Decimal | None:
        """The amount in 元, of money alone; exact, unless `is_exact` says that it is the printed one."""
        return yuan_of(self.fen)


class Due(OfDocument):
    """When a document was to be public and when it was. Those that are not are named only where the bureau says so."""

    issued_on = models.DateField(null=True)
    publish_by = models.DateField(null=True)
    published_at = models.DateTimeField(null=True)
    word = models.CharField(max_length=9)
    in_time = models.BooleanField(null=True)

    class Meta:
        managed = False
        db_table = '"pub"."due"'
        ordering = ("-published_at", "region", "agency_code")

    def __str__(self) -> str:
        return f"{self.agency_name} {self.year} {self.kind} {self.word}"


class Progress(models.Model):
    """How many documents of a region, year and kind are known to be due, public, within their days, or late."""

    region = models.CharField(max_length=6)
    region_name = models.CharField(max_length=60)
    names_late = models.BooleanField()
    year = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=6)
    known = models.PositiveIntegerField()
    published = models.PositiveIntegerField()
    within = models.PositiveIntegerField()
    overdue = models.PositiveIntegerField()
    in_time = models.PositiveIntegerField()
    published_late = models.PositiveIntegerField()

    class Meta:
        managed = False
        db_table = '"pub"."progress"'
        ordering = ("-year", "kind", "region")

    def __str__(self) -> str:
        return f"{self.region_name} {self.year} {self.kind}"


class Code(models.Model):
    """One code of one year's book."""

    year = models.PositiveSmallIntegerField()
    chart = models.CharField(max_length=10)
    code = models.CharField(max_length=7)
    parent = models.CharField(max_length=7)
    name = models.TextField()

    class Meta:
        managed = False
        db_table = '"pub"."code"'
        ordering = ("year", "chart", "code")

    def __str__(self) -> str:
        return f"{self.code} {self.name}"


class Place(models.Model):
    """A region where something is registered, and what its bureau shows of it."""

    code = models.CharField(max_length=6, primary_key=True, db_column="id")
    name = models.CharField(max_length=60)
    shows_late = models.BooleanField()
    shows_ranks = models.BooleanField()

    class Meta:
        managed = False
        db_table = '"pub"."place"'
        ordering = ("code",)

    def __str__(self) -> str:
        return self.name


def count_of(text: str) -> int | None:
    """A printed count as a number; None where it is none."""
    plain = text.replace(",", "")
    return int(plain) if plain.isascii() and plain.isdigit() else None


def yuan_of(fen: int | None) -> Decimal | None:
    """Hundredths of a 元 as 元, exactly."""
    return None if fen is None else (Decimal(fen) / HUNDRED).quantize(Decimal("0.01"))
