"""Reports of mistakes: what the public tells the office, what the office answers, and what of it becomes public. Knows no page."""
