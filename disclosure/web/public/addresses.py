"""Pieces of public addresses and their one spelling: six-digit region, agency of three or six digits, year, kind, version."""

from django.urls.converters import StringConverter


class Region(StringConverter):
    """GB/T 2260, as 361100."""

    regex = "[0-9]{6}"


class Agency(StringConverter):
    """Three digits for a department, six for a unit."""

    regex = "[0-9]{3}(?:[0-9]{3})?"


class Chart(StringConverter):
    """By function or by economic class."""

    regex = "functional|economic"


class Code(StringConverter):
    """Three, five or seven digits."""

    regex = "[0-9]{3}(?:[0-9]{2}){0,2}"


class Year(StringConverter):
    regex = "20[0-9]{2}"


class Kind(StringConverter):
    regex = "budget|final"


class Version(StringConverter):
    """v1 and never v01, so that a version has one address."""

    regex = "[1-9][0-9]{0,3}"


class FileName(StringConverter):
    """A file of a version; which ones exist, the release knows."""

    regex = r"(?:disclosure\.(?:pdf|xlsx|json|html)|findings\.json|tables/(?:[A-Z]{2})?[0-9]{2}-[a-z0-9_]+\.csv)"


class Stamp(StringConverter):
    """20261128T091000250: to the thousandth of a second, by the clock of Beijing."""

    regex = "20[0-9]{6}T[0-9]{9}"


class SnapshotName(StringConverter):
    """A file of open data in bulk."""

    regex = r"figures-(?:all|year-20[0-9]{2}|region-[0-9]{6})\.(?:csv|xlsx|json)"


CONVERTERS = {
    "region": Region,
    "agency": Agency,
    "year": Year,
    "kind": Kind,
    "version": Version,
    "chart": Chart,
    "stamp": Stamp,
    "snapshot": SnapshotName,
    "code": Code,
    "file": FileName,
}
