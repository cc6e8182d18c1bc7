"""The mark on a form that came from here, a while ago and not too long ago: it stands for a session where there is none. Knows no form."""

import secrets
import time

from django.core import signing

SALT = "disclosure.report"
SHORTEST, LONGEST = 3, 4 * 3600  # seconds between opening the form and sending it: nobody reads and writes faster, nobody takes longer


class NotInTime(Exception):
    """The mark is missing, forged, of another form, too new or too old."""


def new_token(about: str, *, now: float | None = None) -> str:
    """`about`: the address that the form was opened for."""
    return signing.dumps([secrets.token_hex(16), about, int(time.time() if now is None else now)], salt=SALT)


def number_of(token: str, about: str) -> str:
    """The form's own number, by which it is stored once. Raises NotInTime."""
    try:
        number, opened_for, opened = signing.loads(token, salt=SALT)
    except (signing.BadSignature, ValueError, TypeError):
        raise NotInTime from None
    if opened_for != about or not SHORTEST <= time.time() - opened <= LONGEST:
        raise NotInTime
    return str(number)
