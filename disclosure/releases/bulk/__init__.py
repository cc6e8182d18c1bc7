"""Open data in bulk: every figure in force as dated files, rebuilt when something was published, corrected or withdrawn."""
