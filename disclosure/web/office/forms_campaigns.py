"""The forms of campaigns and approvals. Each checks the shape of its fields."""

from django import forms
from django.core.validators import RegexValidator
from django.utils.translation import gettext_lazy as _

from agencies.models import AgencyYear
from disclosure.core.words import Kind
from disclosure.filings.approval_models import AmountUnit
from disclosure.filings.campaign_models import CO_REVIEWS, Filers, Stage
from disclosure.filings.filing_models import choices

PACKS = [("jiangxi", _("江西"))]
DAY = {"widget": forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})}


def year_field() -> forms.IntegerField:
    widget = forms.TextInput(attrs={"class": "short", "inputmode": "numeric"})
    return forms.IntegerField(label=_("年度"), min_value=2015, max_value=2099, widget=widget)


class CampaignForm(forms.Form):
    """A campaign: what, who, through which hands, when."""

    year = year_field()
    kind = forms.ChoiceField(label=_("文件"), choices=choices(Kind), widget=forms.RadioSelect)
    pack = forms.ChoiceField(label=_("模板"), choices=PACKS)
    filers = forms.ChoiceField(label=_("谁填报"), choices=Filers.choices, widget=forms.RadioSelect, initial=Filers.BOTH)
    stages = forms.MultipleChoiceField(
        label=_("审核环节"),
        choices=Stage.choices,
        widget=forms.CheckboxSelectMultiple,
        initial=Stage.values,
        help_text=_("综合股审核总是有的；部门自己的文件不经主管部门审核。"),
    )
    co_reviews = forms.MultipleChoiceField(label=_("会审"), choices=CO_REVIEWS, widget=forms.CheckboxSelectMultiple, required=False)
    opens_on = forms.DateField(label=_("填报开始"), **DAY)  # type: ignore[arg-type]
    closes_on = forms.DateField(label=_("填报截止"), **DAY)  # type: ignore[arg-type]


class WindowForm(forms.Form):
    """A group of departments with dates of its own."""

    name = forms.CharField(label=_("分组名称"), max_length=40)
    opens_on = forms.DateField(label=_("填报开始"), **DAY)  # type: ignore[arg-type]
    closes_on = forms.DateField(label=_("填报截止"), **DAY)  # type: ignore[arg-type]
    departments = forms.ModelMultipleChoiceField(
        label=_("部门（含所属单位）"), queryset=AgencyYear.objects.none(), widget=forms.CheckboxSelectMultiple
    )


class LetterForm(forms.Form):
    """What an approval says of itself."""

    year = year_field()
    kind = forms.ChoiceField(label=_("文件"), choices=choices(Kind), widget=forms.RadioSelect)
    number = forms.CharField(label=_("文号"), max_length=60, required=False)
    issued_on = forms.DateField(label=_("批复日期"), required=False, **DAY)  # type: ignore[arg-type]
    issuer = forms.CharField(label=_("批复机关"), max_length=60)
    unit = forms.ChoiceField(label=_("金额单位"), choices=AmountUnit.choices, widget=forms.RadioSelect, initial=AmountUnit.YUAN)


class ApprovalForm(LetterForm):
    """An approval, typed."""

    code = forms.CharField(
        label=_("部门或单位编码"),
        max_length=6,
        validators=[RegexValidator(r"^[0-9]{3}([0-9]{3})?\Z", _("部门3位数字，单位6位数字。"))],
        widget=forms.TextInput(attrs={"class": "short"}),
    )
    figures = forms.CharField(
        label=_("批复数"),
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text=_("只批合计的，写一个数；批到功能科目的，一行一个科目编码和金额，可以从表格里直接粘贴；带表头的表也能粘贴。"),
    )
    field_order = ("code", "year", "kind", "number", "issued_on", "issuer", "unit", "figures")

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.fields["number"].required = self.fields["issued_on"].required = True


class ApprovalsForm(LetterForm):
    """Approvals of many agencies in a workbook."""

    workbook = forms.FileField(label=_("工作簿"), help_text=_("xlsx。有错一行也不写入。"))

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        for name in ("number", "issued_on"):
            self.fields[name].help_text = _("表里没有这一列时，用这里填的。")
