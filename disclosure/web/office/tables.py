"""What every table of the office has in common: our template, a caption, a column that heads its rows. Knows no model."""

import django_tables2 as tables
from django.utils.functional import Promise

PER_PAGE = 50


def css(td: str, th: str = "") -> dict[str, dict[str, str]]:
    """Classes of a column's cells and of its head."""
    return {"td": {"class": td}, "th": {"class": th}}


class OfficeTable(tables.Table):  # type: ignore[misc]  # django-tables2 has no types
    """`caption` says what the rows are; `row_head` names the column that a row is known by."""

    caption: Promise | str = ""
    row_head = ""

    class Meta:
        template_name = "office/_parts/table.html"
        attrs: dict[str, str] = {}  # noqa: RUF012
