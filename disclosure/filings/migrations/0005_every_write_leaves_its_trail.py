"""Every write to a filing or its rows leaves its trail."""

from django.db import migrations

from disclosure.audit.sql import track

TABLES = (
    "filing_units", "filing", "original", "printedtable", "printedrow", "printedcell", "quotation", "statedfigure", "explainedterm", "project",
    "line", "priorline", "indicator", "enteredfigure", "priorfigure", "budgetfigure", "reason", "crossing", "text",
)  # fmt: skip


class Migration(migrations.Migration):
    dependencies = [("filings", "0004_final_accounts"), ("audit", "0001_the_trail")]
    operations = [track(f"filings_{table}") for table in TABLES]
