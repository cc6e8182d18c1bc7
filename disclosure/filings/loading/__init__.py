"""The bureau's load: one workbook with the ledgers of all agencies, read, matched and written. Knows no page."""
