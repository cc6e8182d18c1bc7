"""What the queue finds of this room: the jobs that loads and uploads declare."""

from disclosure.filings.loading import working as working
