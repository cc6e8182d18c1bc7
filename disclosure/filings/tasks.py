"""What the queue finds of this room: the jobs that loads and uploads declare."""

from disclosure.filings.entry import importing as importing
from disclosure.filings.loading import working as working
