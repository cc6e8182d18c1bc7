"""The three logins and the aliases that use them: who may connect as whom. Pure values for the settings; knows no table.

`owner` migrates and grants, and is never used at run time; `default` is the office's login, `public` may read schema pub and nothing else.
"""

from collections.abc import Mapping
from typing import Any

OWNER, OFFICE, PUBLIC = "owner", "default", "public"
OFFICE_LOGIN, PUBLIC_LOGIN = "disclosure_office", "disclosure_public"
KEPT: Mapping[str, Any] = {"CONN_MAX_AGE": 60, "CONN_HEALTH_CHECKS": True}  # a connection a request would cost more than most pages
# The public asks the same questions over and over: the database plans each once a connection, which takes longer than most answers.
PREPARED: Mapping[str, Any] = {"server_side_binding": True, "prepare_threshold": 5}
PLANNED_ONCE = "-c plan_cache_mode=force_generic_plan"
SECONDS_TO_CONNECT = 3  # a database that does not answer is told as such before a reader gives up
NOTHING: Mapping[str, Any] = {}  # Django's alias that refuses every query


def databases(site: str, given: Mapping[str, Any], passwords: Mapping[str, str]) -> dict[str, dict[str, Any]]:
    """What DATABASES is for SITE=site. `given`: the database and the login of this process; `passwords` of the two logins, by their names.

    A process of one half gets its own login and no other. SITE=all, which migrates and serves the demo, gets the owner's, and derives the two.
    """
    given = {**given, "OPTIONS": {"connect_timeout": SECONDS_TO_CONNECT, **given.get("OPTIONS", {})}}
    if site == "public":
        return {OFFICE: dict(NOTHING), PUBLIC: _prepared({**given, **KEPT})}
    if site == "office":
        return {OFFICE: {**given, **KEPT}}
    return {OWNER: dict(given), OFFICE: _as(given, OFFICE_LOGIN, passwords), PUBLIC: _prepared(_as(given, PUBLIC_LOGIN, passwords))}


def _as(given: Mapping[str, Any], login: str, passwords: Mapping[str, str]) -> dict[str, Any]:
    return {**given, "USER": login, "PASSWORD": passwords.get(login, "")}


def _prepared(database: Mapping[str, Any]) -> dict[str, Any]:
    said = database.get("OPTIONS", {})
    return {**database, "OPTIONS": {**said, **PREPARED, "options": f"{said.get('options', '')} {PLANNED_ONCE}".strip()}}
