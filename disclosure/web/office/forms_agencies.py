"""The forms of the register. Each checks the shape of its fields; what an inspector would check stands elsewhere."""

from django import forms
from django.core.validators import RegexValidator
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from agencies.models import UNIT_KINDS, Region

CODE = RegexValidator(r"^[0-9]{3}([0-9]{3})?\Z", _("部门编码是3位数字，单位编码是6位数字，前3位是主管部门的编码。"))


class AgencyForm(forms.Form):
    """A new agency of a year."""

    year = forms.IntegerField(
        label=_("年度"), min_value=2015, max_value=2099, widget=forms.TextInput(attrs={"class": "short", "inputmode": "numeric"})
    )
    code = forms.CharField(
        label=_("编码"),
        max_length=6,
        validators=[CODE],
        help_text=_("部门3位，单位6位。"),
        widget=forms.TextInput(attrs={"class": "short"}),
    )
    name = forms.CharField(label=_("名称"), max_length=60, help_text=_("规范全称，和公章一致。"))
    kind = forms.ChoiceField(label=_("性质"), choices=UNIT_KINDS, widget=forms.RadioSelect)
    exemption = forms.CharField(
        label=_("免予公开的原因"),
        max_length=200,
        required=False,
        help_text=_("一般留空。填了，这个单位在公开网站上永远不出现。不得写涉密内容。"),
    )

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        if "year" in self.fields:
            self.fields["year"].initial = localdate().year


class AgencyChangeForm(AgencyForm):
    """What may change of an agency within a year, and why."""

    year = None  # type: ignore[assignment]
    code = None  # type: ignore[assignment]
    why = forms.CharField(label=_("修改依据"), max_length=200, help_text=_("如机构改革文件的文号。写进审计记录。"))


class CarryForm(forms.Form):
    """Which year's register the next one starts from."""

    year = forms.IntegerField(label=_("从哪一年结转到下一年"), min_value=2015, max_value=2098)


class BureauForm(forms.Form):
    """A bureau below one's own."""

    region = forms.CharField(
        label=_("行政区划代码"), max_length=6, help_text=_("GB/T 2260，六位，如361102。"), widget=forms.TextInput(attrs={"class": "short"})
    )
    name = forms.CharField(label=_("名称"), max_length=60)

    def clean_region(self) -> Region:
        found = Region.objects.filter(pk=self.cleaned_data["region"]).first()
        if found is None:
            raise forms.ValidationError(_("没有这个行政区划代码。请查GB/T 2260。"))
        return found


class BureauChangeForm(forms.Form):
    name = forms.CharField(label=_("名称"), max_length=60)
    shows_late = forms.BooleanField(
        label=_("公布逾期未公开单位的名称"), required=False, help_text=_("不选时，公开端只有个数。选了以后，期限内和逾期的单位都列出名称。")
    )
    shows_ranks = forms.BooleanField(
        label=_("公开单位之间的排名"), required=False, help_text=_("不选时，公开端的经费表按地区和编码排列，没有位次。")
    )
