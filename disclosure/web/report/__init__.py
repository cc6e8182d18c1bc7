"""The form by which anybody reports a mistake, and the page of a receipt: of the office half, without a session. Sees no draft."""
