"""A line's codes stand in the chart of its year; its year is its filing's (last year's: the year before); its project is its filing's own."""

from django.db import migrations

from disclosure.codes.composite import composite_foreign_key

CODE = ("year", "chart", "code")


class Migration(migrations.Migration):
    dependencies = [("filings", "0001_filings_and_their_rows"), ("codes", "0002_parent_of_the_same_year_and_chart")]
    operations = [
        *(
            composite_foreign_key(table, ("year", f"{code}_chart", code), "codes_code", CODE, name=f"{name}_{code}_of_its_year")
            for table, name in (("filings_line", "line"), ("filings_priorline", "prior_line"))
            for code in ("function", "economic")
        ),
        composite_foreign_key(
            "filings_line", ("filing_id", "year"), "filings_filing", ("id", "year"), name="line_year_of_its_filing", deferrable=True
        ),
        composite_foreign_key(
            "filings_priorline",
            ("filing_id", "filing_year"),
            "filings_filing",
            ("id", "year"),
            name="prior_line_year_before_its_filing",
            deferrable=True,
        ),
        *(
            composite_foreign_key(
                table,
                ("project_id", "filing_id"),
                "filings_project",
                ("id", "filing_id"),
                name=f"{name}_project_of_its_filing",
                deferrable=True,
            )
            for table, name in (("filings_line", "line"), ("filings_indicator", "indicator"))
        ),
    ]
