"""The policy as written, what it expects of a request, and a walk of one address with every role and object. Knows no view."""

import os
import tomllib
from dataclasses import dataclass
from pathlib import Path

from django.urls import NoReverseMatch, get_resolver, reverse

from agencies.people.roles import ROLES
from disclosure.web.office.tests.world import walker

WRITTEN = tomllib.loads((Path(__file__).parents[2] / "policy.toml").read_text("utf-8"))
METHODS = {"read": ("GET", "HEAD"), "form": ("GET", "HEAD", "POST"), "write": ("POST",)}
ALL_METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE")
PLACES = ("own", "beside", "foreign")
EVERYWHERE = os.environ.get("HYPOTHESIS_PROFILE") == "deep"
FINE = (200, 302, 422)  # 422: refused in words, with what was typed


@dataclass(frozen=True)
class Row:
    """One office address as the policy has it."""

    name: str
    methods: tuple[str, ...]
    object: str
    bureau: tuple[str, ...]
    agency: tuple[str, ...]
    fresh: bool
    extra: dict

    def expected(self, role, place, method):
        """The answers that are right. A GET that is not allowed is 405 before anybody is asked who he is within his bureau."""
        if method not in self.methods:
            return (405,)
        if role not in self.bureau + self.agency:
            return (403,)
        if not self.object or place == "own" or (place == "beside" and role in self.bureau):
            return FINE
        # both departments are of one bureau: what belongs to the bureau is the same in both
        return FINE if self.object in ("bureau", "campaign") and place == "beside" else (404,)


ROWS = {
    name: Row(
        name, METHODS[said["methods"]], said.get("object", ""), tuple(said.get("bureau", ())), tuple(said.get("agency", ())), said.get("fresh", False),
        said.get("with", {}),
    )
    for name, said in WRITTEN["office"].items()
}  # fmt: skip
MINE = WRITTEN["mine"]
SIMPLE = {name: said.split() for section in ("public", "entrance", "own") for name, said in WRITTEN[section].items()}


def names_of_addresses():
    """Every name in the resolver; an address without a name is no address."""

    def walk(patterns):
        for each in patterns:
            yield from walk(each.url_patterns) if hasattr(each, "url_patterns") else (each.name,)

    return list(walk(get_resolver().url_patterns))


def address(row, place):
    """The address with what it names in a place."""
    if not row.object:
        return reverse(row.name)
    try:
        return reverse(row.name, kwargs={"number": place.objects[row.object], **row.extra})
    except NoReverseMatch:
        return reverse(row.name, kwargs={"region": place.objects[row.object]})


def ask(client, method, where):
    return client.generic(method, where, content_type="application/x-www-form-urlencoded")


def deviations(row, world, methods=ALL_METHODS):
    """Every answer that the policy does not expect: role, place, method, status. What is no method of the address is tried at one place, at all in deep."""
    found = []
    for role in ROLES:
        client = walker(world.people[role])
        for place in PLACES if row.object else ("own",):
            for method in methods if place == "own" or EVERYWHERE else [each for each in methods if each in row.methods]:
                status = ask(client, method, address(row, getattr(world, place))).status_code
                if status == 302:  # something was done, and perhaps to the session
                    client = walker(world.people[role])
                if status not in row.expected(role, place, method):
                    found.append((role, place, method, status))
    return found
