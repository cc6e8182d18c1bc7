"""A value out of a mapping by a key that is a variable."""

from collections.abc import Mapping
from typing import Any

from django import template

register = template.Library()


@register.filter
def at(found: Mapping[Any, Any], key: Any) -> Any:
    """`removals|at:agency.agency_id`; "" where the key is not there."""
    return found.get(key, "")
