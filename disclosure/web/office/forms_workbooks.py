"""The forms in which workbooks are handed in: a filing's own, and that of a whole bureau with what its words mean. Each checks the shape of its fields."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from disclosure.core.words import Kind
from disclosure.filings.approval_models import AmountUnit
from disclosure.filings.filing_models import choices
from disclosure.filings.handed_in import SUFFIXES
from disclosure.filings.workbook_limits import LIMITS
from disclosure.web.office.forms_campaigns import year_field


class WorkbookField(forms.FileField):
    """A file of these kinds within the limits of that name."""

    def __init__(self, *, limits: str, help_text: Any, suffixes: tuple[str, ...] = (".xlsx",)) -> None:
        super().__init__(label=gettext_lazy("工作簿"), help_text=help_text, widget=forms.FileInput(attrs={"accept": ",".join(suffixes)}))
        self.most, self.suffixes = LIMITS[limits].size, suffixes

    def clean(self, data: Any, initial: Any = None) -> Any:
        file = super().clean(data, initial)
        if not file.name.lower().endswith(self.suffixes):
            raise forms.ValidationError(_("“%s”不是xlsx工作簿。请用WPS或Excel打开后另存为xlsx再上传。") % file.name)
        if file.size > self.most:
            said = {"size": file.size / 2**20, "most": self.most >> 20}
            raise forms.ValidationError(_("文件有%(size).1f MB，至多%(most)d MB。请只交要读的内容。") % said)
        return file


class WorkbookForm(forms.Form):
    """A workbook in the form that the portal hands out."""

    workbook = WorkbookField(
        limits="one", suffixes=SUFFIXES,
        help_text=gettext_lazy("xlsx，至多10 MB，用这里下载的工作簿填。一个工作表也可以交CSV，整份也可以交JSON。"),
    )  # fmt: skip


class LoadForm(forms.Form):
    """An export of the bureau's system."""

    year = year_field()
    kind = forms.ChoiceField(label=gettext_lazy("文件"), choices=choices(Kind), widget=forms.RadioSelect)
    unit = forms.ChoiceField(
        label=gettext_lazy("金额单位"), choices=AmountUnit.choices, widget=forms.RadioSelect, initial=AmountUnit.YUAN,
        help_text=gettext_lazy("导出表里的金额是元还是万元，看表头上的“单位”。"),
    )  # fmt: skip
    workbook = WorkbookField(limits="many", help_text=gettext_lazy("xlsx，至多40 MB，至多20万行；所有单位在一个文件里。"))


class WordsForm(forms.Form):
    """What the headings and words of an export mean: one choice for each that nobody knew."""

    def __init__(self, questions: list[dict[str, Any]], data: Any = None) -> None:
        super().__init__(data)
        self.questions = questions
        for number, each in enumerate(questions):
            offered = [("", _("（请选）")), *((f"={key}", words) for key, words in each["choices"].items())]
            help_text = f"{each['where']}，{each['why']}"
            help_text += _("。下面是：%s") % "、".join(each["samples"]) if each["samples"] else ""
            self.fields[f"word{number}"] = forms.ChoiceField(label=f"“{each['word']}”", choices=offered, help_text=help_text)

    def answers(self) -> dict[tuple[str, str], str]:
        """What each word means."""
        said = {number: self.cleaned_data[f"word{number}"].removeprefix("=") for number in range(len(self.questions))}
        return {(each["what"], each["word"]): said[number] for number, each in enumerate(self.questions)}
