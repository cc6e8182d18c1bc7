"""Which template a filing is printed with. Knows every pack by name."""

from collections.abc import Callable, Mapping

from disclosure.core.words import Kind, Scope
from disclosure.packs.jiangxi.budget import budget_template
from disclosure.packs.jiangxi.final import final_template
from disclosure.packs.pack import Template

TEMPLATES: Mapping[tuple[str, Kind], Callable[[Scope, int], Template]] = {
    ("jiangxi", Kind.BUDGET): budget_template,
    ("jiangxi", Kind.FINAL): final_template,
}


class NoTemplate(ValueError):
    """No pack has a template for this kind of document."""


def template_for(pack: str, kind: Kind, scope: Scope, year: int) -> Template:
    """The template of a pack; raises NoTemplate."""
    if (pack, kind) not in TEMPLATES:
        raise NoTemplate(f"模板“{pack}”没有{kind.label}的版式")
    return TEMPLATES[pack, kind](scope, year)
