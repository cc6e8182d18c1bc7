"""Forms of the entry, made from what the sections declare: every field of a sheet as a field of a page, with what the person saw beside it."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from disclosure.core.chart import Chart
from disclosure.filings.entry.row_kinds import RowKind
from disclosure.filings.entry.slots import Slot
from disclosure.filings.models import Filing, Indicator, Project
from disclosure.filings.workbook_kinds import NO, WHOLE, YES, Field

WAS = "was:"  # before the name of a field: what stood there when the page was drawn
LONG, LONGER = 36, 90  # widths of the sheet from which a text has several lines
Choices = list[tuple[str, Any]]


def widget_of(field: Field, choices: Choices | None) -> forms.Widget:
    """How a value of this kind is typed; never type=number, which loses what it does not like."""
    if choices is not None or field.words or field.kind == "flag":
        return forms.Select()
    if field.kind == "date":
        return forms.DateInput(attrs={"type": "date"})
    if field.kind in ("money", "count"):
        return forms.TextInput(
            attrs={"inputmode": "decimal" if field.kind == "money" else "numeric", "class": "figure", "autocomplete": "off"}
        )
    if field.width >= LONG:
        return forms.Textarea(attrs={"rows": 10 if field.width >= LONGER else 3})
    if field.key == "function":
        return forms.TextInput(attrs={"list": "functions", "inputmode": "numeric", "autocomplete": "off"})
    return forms.TextInput(attrs={"autocomplete": "off"})


def field_of(field: Field, help_text: str | Promise = "", choices: Choices | None = None) -> forms.Field:
    """A field that takes any text; what it means is judged by the rules of the package."""
    widget = widget_of(field, choices)
    if not isinstance(widget, forms.Select):
        return forms.CharField(label=field.heading, required=False, widget=widget, help_text=str(help_text), strip=False)
    offered = choices or list(field.words.items()) or [(YES, _("是")), (NO, _("否"))]
    blank: Choices = [("", _("（不写）"))]
    return forms.ChoiceField(label=field.heading, required=False, choices=blank + offered, help_text=str(help_text))


class EntryForm(forms.Form):
    """Fields by the keys of what they enter, and hidden beside each what stood there. `clashes`: what somebody else changed to something else."""

    def __init__(self, fields: Mapping[str, forms.Field], was: Mapping[str, str], data: Any = None) -> None:
        super().__init__(data, initial=dict(was) | {f"{WAS}{key}": was.get(key, "") for key in fields})
        self.clashes: list[Mapping[str, Any]] = []
        for key, field in fields.items():
            self.fields[key] = field
            self.fields[f"{WAS}{key}"] = forms.CharField(required=False, widget=forms.HiddenInput, strip=False)

    def texts(self) -> dict[str, str]:
        """What was typed."""
        return {key: value for key, value in self.cleaned_data.items() if not key.startswith(WAS) and key != "version"}

    def was(self) -> dict[str, str]:
        """What stood there when the page was drawn."""
        return {key.removeprefix(WAS): value for key, value in self.cleaned_data.items() if key.startswith(WAS)}

    def take(self, problems: Mapping[str, str]) -> None:
        """Problems at their fields; what has none stands above the form."""
        for key, words in problems.items():
            self.add_error(key if key in self.fields else None, words)

    def see(self, now: Mapping[str, str], **more: str) -> None:
        """What stands there now is what the person has seen from here on."""
        self.data = {**self.data.dict(), **{f"{WAS}{key}": text for key, text in now.items()}, **more}  # type: ignore[attr-defined]


class VersionField(forms.IntegerField):
    """Which version of a row the page was drawn from: a change without it is refused."""

    widget = forms.HiddenInput
    default_error_messages = {"required": gettext_lazy("没有版本号，不知道您改的是哪一版。请重新打开这一行再改。")}


def slot_form(slots: Iterable[Slot], was: Mapping[str, str], data: Any = None) -> EntryForm:
    """One form for several values."""
    return EntryForm({each.key: field_of(each.field, each.help) for each in slots}, was, data)


def row_fields(filing: Filing, kind: RowKind, chart: Chart) -> dict[str, forms.Field]:
    """The fields of a row, by their keys."""
    choices = choices_of(filing, kind, chart)
    return {
        field.key: field_of(field, HELP.get(field.key, ""), choices.get(field.key))
        for field in kind.fields(filing.kind)
        if not is_hidden(filing, kind, field)
    }


HELP = {
    "amount": gettext_lazy("元。也可以写12.3万，存为123,000.00元。"),
    "function": gettext_lazy("七位项级编码，例如2101501。"),
    "target": gettext_lazy("符号、数、单位，例如≥ 95 %、≥ 5000 卷、≤ 20 万元；说不成数的选“定性”，写要求。"),
    "item": gettext_lazy("可不写。写了就在项目表里另列一行。"),
}


def is_hidden(filing: Filing, kind: RowKind, field: Field) -> bool:
    """What nobody needs to type: the unit where there is one, a project's key, what belongs to goals."""
    if field.key == "unit":
        return filing.units.count() == 1
    return kind.model is Project and field.key == "key"


def choices_of(filing: Filing, kind: RowKind, chart: Chart) -> dict[str, Choices]:
    """What there is to choose from."""
    found: dict[str, Choices] = {}
    if any(field.key == "economic" for field in kind.fields(filing.kind)):
        found["economic"] = [
            (group.name, [(each.code, f"{each.code} {each.name}") for each in (group, *chart.children("economic", group.code))])
            for group in chart.classes("economic")
        ]
        found["unit"] = [(unit.code, f"{unit.code} {unit.name}") for unit in filing.units.order_by("code")]
    projects: Choices = list(Project.objects.filter(filing=filing).values_list("key", "name"))
    if kind.name in ("lines", "indicators"):
        whole: Choices = (
            [(WHOLE, _("部门整体"))] if kind.model is Indicator and filing.scope == "department" and filing.kind == "budget" else []
        )
        found["project"] = whole + projects
    return found
