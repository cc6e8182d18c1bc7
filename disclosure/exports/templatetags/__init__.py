"""Tags of templates that exports and pages share."""
