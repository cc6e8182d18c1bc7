"""The titles of statements in English, for readers of the English pages. The Chinese title is the document's own and stays beside it."""

from collections.abc import Mapping

TITLES: Mapping[str, str] = {
    "YS01": "Income and expenditure",
    "YS02": "Income",
    "YS03": "Expenditure",
    "YS04": "Fiscal appropriation: income and expenditure",
    "YS05": "Expenditure from the general public budget",
    "YS06": "Basic expenditure from the general public budget",
    "YS07": "Official travel abroad, vehicles and receptions",
    "YS08": "Expenditure from government-managed funds",
    "YS09": "Expenditure from the state capital operations budget",
    "YS10": "Performance targets of the department",
    "YS11": "Performance targets of projects",
    "JS01": "Income and expenditure, final account",
    "JS02": "Income, final account",
    "JS03": "Expenditure, final account",
    "JS04": "Fiscal appropriation: income and expenditure, final account",
    "JS05": "Expenditure from the general public budget, final account",
    "JS06": "Basic expenditure from the general public budget, final account",
    "JS07": "Government-managed funds: income and expenditure, final account",
    "JS08": "State capital operations budget: income and expenditure, final account",
    "JS09": "Official travel abroad, vehicles and receptions, final account",
    "JS10": "State assets in use",
    "JS11": "Self-evaluation of projects",
}
