"""The form of an indicator: its place chosen from the year's tree, its target as operator, figure and unit, or in words."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from disclosure.core.indicators import accepts, tree_of
from disclosure.core.targets import SIGNS, Operator, Target, parse_target, parts_of, write_target
from disclosure.filings.entry.row_kinds import RowKind
from disclosure.filings.models import Filing, Indicator
from disclosure.web.office.entry_page import chart_of
from disclosure.web.office.forms_entry import WAS, EntryForm, VersionField, row_fields

WORDS = "words"
PLACE, BETWEEN = "place", " / "
OPERATOR_NAMES = {">=": "不少于", "<=": "不超过", "=": "等于", ">": "多于", "<": "少于"}
UNITS = (
    "%",
    "次",
    "人",
    "人次",
    "个",
    "件",
    "户",
    "家",
    "套",
    "台",
    "场",
    "项",
    "万元",
    "元",
    "天",
    "日",
    "小时",
    "分钟",
    "平方米",
    "公里",
)


class TargetWidget(forms.MultiWidget):
    """Operator, figure and unit side by side, and below them the words of what is no figure."""

    PARTS = ("operator", "value", "unit", "words")

    def __init__(self) -> None:
        signs = [(operator, f"{sign} {OPERATOR_NAMES[operator]}") for operator, sign in SIGNS.items()]
        operator = forms.Select(choices=[*signs, (WORDS, gettext_lazy("定性"))])
        value = forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"})
        unit = forms.TextInput(attrs={"list": "units", "autocomplete": "off"})
        words = forms.TextInput(attrs={"autocomplete": "off"})
        super().__init__(dict(zip(self.PARTS, (operator, value, unit, words), strict=True)))

    def decompress(self, value: str | None) -> list[str]:
        """The parts of a target that has some; the words of any other."""
        parts = parts_of(value or "")
        if parts is None:
            return [WORDS if value else ">=", "", "", value or ""]
        return [*parts, ""]

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:
        """The parts, each under its name."""
        parts = value if isinstance(value, list) else self.decompress(value)
        names = (_("符号"), _("数"), _("单位"), _("定性要求"))
        ids = [f"id_{name}_{part}" for part in self.PARTS]
        cells = [
            (id_, said, widget.render(f"{name}_{part}", text, {**(attrs or {}), "id": id_}, renderer))
            for id_, said, part, widget, text in zip(ids, names, self.PARTS, self.widgets, parts, strict=True)
        ]
        return render_to_string("office/_parts/target.html", {"cells": cells, "units": UNITS})


class TargetField(forms.MultiValueField):
    """A target as its text: ≥5000卷. A figure whose unit would make it mean something else is refused."""

    def __init__(self, **more: Any) -> None:
        parts = tuple(forms.CharField(required=False) for _part in range(4))
        super().__init__(parts, require_all_fields=False, required=False, widget=TargetWidget(), **more)

    def compress(self, data_list: list[str]) -> str:
        operator, value, unit, words = (each.strip() for each in data_list or [">=", "", "", ""])
        if operator == WORDS or not (value or unit):
            if operator == WORDS and (value or unit):
                raise forms.ValidationError(_("选了“定性”，又写了数“%s”；改选一个符号，或删去数和单位") % f"{value}{unit}")
            return words
        if words:
            raise forms.ValidationError(_("写了数，又写了定性要求“%s”；留一样") % words)
        return self.figure(operator, value, unit)

    def figure(self, operator: str, value: str, unit: str) -> str:
        """The text of a figure; raises ValidationError where it does not read back as one."""
        if operator not in SIGNS:
            raise forms.ValidationError(_("没有选符号"))
        text = write_target(as_operator(operator), value, unit)
        read = parse_target(text)
        number = parse_target(f"={value}")
        if not isinstance(number, Target) or number.unit:
            raise forms.ValidationError(_("“%s”不是一个数；数写在这里，单位写在旁边，说不成数的选“定性”") % value)
        if read != Target(as_operator(operator), number.value, unit):
            raise forms.ValidationError(_("单位“%s”读不明白；写量词或%%，说不成数的选“定性”") % unit)
        return text


def as_operator(text: str) -> Operator:
    return next(each for each in SIGNS if each == text)


class IndicatorForm(EntryForm):
    """An indicator: one choice for both levels of the tree; a target that still means what it meant keeps its spelling."""

    def __init__(self, fields: Mapping[str, forms.Field], was: Mapping[str, str], data: Any = None, *, year: int) -> None:
        ours = {key: field for key, field in fields.items() if key not in ("level1", "level2", "target")}
        place, target = place_field(year, was), TargetField(label=fields["target"].label, help_text=fields["target"].help_text)
        order = {"project": ours.pop("project"), PLACE: place, "level3": ours.pop("level3"), "target": target, **ours}
        super().__init__(order, was, data)
        self.initial[PLACE] = joined(was)
        for key in ("level1", "level2"):
            self.initial[f"{WAS}{key}"] = was.get(key, "")
            self.fields[f"{WAS}{key}"] = forms.CharField(required=False, widget=forms.HiddenInput, strip=False)
        del self.fields[f"{WAS}{PLACE}"]

    def texts(self) -> dict[str, str]:
        said = super().texts()
        level1, _between, level2 = said.pop(PLACE).partition(BETWEEN)
        before = self.was().get("target", "")
        if said["target"] and parts_of(before) and parse_target(said["target"]) == parse_target(before):
            said["target"] = before
        return said | {"level1": level1, "level2": level2}

    def take(self, problems: Mapping[str, str]) -> None:
        super().take({PLACE if key in ("level1", "level2") else key: words for key, words in problems.items()})


def joined(was: Mapping[str, str]) -> str:
    """Both levels as one choice."""
    return f"{was.get('level1', '')}{BETWEEN}{was.get('level2', '')}" if was.get("level1") else ""


def place_field(year: int, was: Mapping[str, str]) -> forms.ChoiceField:
    """The tree of the year, 一级 → 二级, and what stands there already though the tree does not have it so."""
    groups: list[Any] = [("", _("（请选择）"))]
    groups += [(level1, [(f"{level1}{BETWEEN}{level2}", level2) for level2 in below]) for level1, below in tree_of(year).items()]
    offered = {value for _name, pairs in groups[1:] for value, _shown in pairs}
    now = joined(was)
    if now and now not in offered:
        accepted = accepts(year, was.get("level1", ""), was.get("level2", ""))
        groups.append((_("现在写的") if accepted else _("现在写的，不在当年的指标体系里"), [(now, now)]))
    return forms.ChoiceField(label=_("指标类别"), required=False, choices=groups)


def form_of(filing: Filing, kind: RowKind, was: Mapping[str, str], data: Any = None, version: int | None = None) -> EntryForm:
    """The form for a row of any list; `version` of one that is there."""
    fields = row_fields(filing, kind, chart_of(filing, kind))
    form = IndicatorForm(fields, was, data, year=filing.year) if kind.model is Indicator else EntryForm(fields, was, data)
    if version is not None:
        form.fields["version"] = VersionField(initial=version)
    return form
