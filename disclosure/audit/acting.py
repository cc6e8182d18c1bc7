"""Who acts, why and from where: said once a transaction, read by the triggers that write the trail. Knows no model of people."""

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import asdict, dataclass, replace
from typing import Any, Protocol

from django.db import connection, transaction

SETTING = "disclosure.acting"


class Named(Protocol):
    """A person, as far as the trail knows people."""

    pk: Any
    username: str
    bureau_id: Any


@dataclass
class Unsigned:
    """A person whose deed puts nothing of his own into a filing: the trail has the name, and nobody becomes an author by it."""

    username: str
    bureau_id: Any
    pk: Any = None


def unsigned(by: Named, what: str) -> Unsigned:
    """The person, as he does this for the bureau."""
    return Unsigned(f"{by.username}（{what}）"[:60], by.bureau_id)


@dataclass(frozen=True)
class Acting:
    """What the trail says of an action beside the rows that it changed."""

    actor: str = ""
    actor_id: int | None = None
    bureau: str = ""
    why: str = ""
    address: str = ""
    request_id: str = ""


NOBODY = Acting()
_now: ContextVar[Acting] = ContextVar("acting", default=NOBODY)


@contextmanager
def arriving(*, address: str, request_id: str) -> Iterator[None]:
    """Everything inside comes from this network address, in this request."""
    token = _now.set(Acting(address=address, request_id=request_id))
    try:
        yield
    finally:
        _now.reset(token)


@contextmanager
def acting(by: Named | str, *, why: str = "") -> Iterator[None]:
    """One transaction whose rows the trail ascribes to `by`: a person, or the name of a command."""
    before = _now.get()
    token = _now.set(_acting(by, why))
    try:
        with transaction.atomic():
            tell(_now.get())
            yield
            tell(before)
    finally:
        _now.reset(token)


def _acting(by: Named | str, why: str) -> Acting:
    here = _now.get()
    if isinstance(by, str):
        return replace(here, actor=plain(by), actor_id=None, bureau="", why=why or here.why)
    return replace(here, actor=by.username, actor_id=by.pk, bureau=str(by.bureau_id or ""), why=why or here.why)


def plain(name: str) -> str:
    """A name that somebody typed, without signs that could forge a line of a log."""
    return "".join(sign for sign in name if sign.isprintable())[:60]


def tell(said: Acting) -> None:
    """Tell the database for the rest of the transaction."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config(%s, %s, true)", [SETTING, json.dumps(asdict(said))])


def record(
    action: str, *, by: Named | str, on: str = "", object_id: Any = "", why: str = "", details: Mapping[str, Any] | None = None
) -> None:
    """An event that changes no row: a login, a refusal, a download. Never put a secret into `details`."""
    with acting(by, why=why), connection.cursor() as cursor:
        cursor.execute("SELECT audit_event(%s, %s, %s, %s)", [action, on, str(object_id), json.dumps(details) if details else None])
