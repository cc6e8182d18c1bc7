"""Where the Jiangxi documents of a department and of a unit differ. Everything else is declared once for both."""

from dataclasses import dataclass

from disclosure.core.words import Scope


@dataclass(frozen=True, slots=True)
class Layout:
    """The settings of one scope. `note_subject` is how notes under empty tables name the discloser."""

    scope: Scope
    note_subject: str
    numbered_tables: frozenset[str]
    three_public: str
    fiscal_carryover_rows: bool
    department_form: bool
    projects_in_text: bool
    filler: str

    @property
    def word(self) -> str:
        """部门 or 单位."""
        return self.scope.label


UNIT = Layout(
    scope=Scope.UNIT,
    note_subject="该单位",
    numbered_tables=frozenset({"YS02", "YS03", "YS07"}),
    three_public="A",
    fiscal_carryover_rows=True,
    department_form=False,
    projects_in_text=True,
    filler="{name}",
)
DEPARTMENT = Layout(
    scope=Scope.DEPARTMENT,
    note_subject="该部门（单位）",
    numbered_tables=frozenset({"YS02", "YS03", "YS05", "YS06", "YS07", "YS08", "YS09"}),
    three_public="B",
    fiscal_carryover_rows=False,
    department_form=True,
    projects_in_text=False,
    filler="{members}",
)
LAYOUTS = {Scope.UNIT: UNIT, Scope.DEPARTMENT: DEPARTMENT}
