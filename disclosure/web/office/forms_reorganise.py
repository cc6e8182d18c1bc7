"""The form of a reorganisation: codes of what leaves and of what begins, one a line, as they stand on the paper."""

import re

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from agencies.models import AgencyYear, Reorganisation
from agencies.people.access import within
from agencies.people.models import Person
from agencies.people.roles import Permission
from agencies.reorganising import Newcomer, Order

LINE = re.compile(r"([0-9]{3}(?:[0-9]{3})?)(?:[\s,，、]+(.+))?\Z")
LONGEST = 60


class ReorganiseForm(forms.Form):
    """What the paper says."""

    kind = forms.ChoiceField(
        label=gettext_lazy("怎么调整"),
        widget=forms.RadioSelect,
        choices=[
            ("merge", gettext_lazy("合并：两个以上并成一个新的")),
            ("split", gettext_lazy("分立：一个分成两个以上新的")),
            ("move", gettext_lazy("划转：一个单位换主管部门，人和往年的数跟着走")),
            ("abolish", gettext_lazy("撤销：没有承继的单位")),
        ],
    )
    year = forms.IntegerField(
        label=gettext_lazy("年度"), min_value=2015, max_value=2099, widget=forms.TextInput(attrs={"class": "short", "inputmode": "numeric"})
    )
    leaving = forms.CharField(
        label=gettext_lazy("原来的单位"), help_text=gettext_lazy("编码，一行一个。"), widget=forms.Textarea(attrs={"rows": 3})
    )
    newcomers = forms.CharField(
        label=gettext_lazy("新的单位"),
        required=False,
        help_text=gettext_lazy("编码和名称，一行一个，如“105 安澜市数据局”。划转时名称不变可以不写；撤销留空。"),
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    on = forms.DateField(label=gettext_lazy("生效日期"), widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}))
    why = forms.CharField(label=gettext_lazy("依据"), min_length=4, max_length=200, help_text=gettext_lazy("机构改革文件的文号。"))

    def clean_newcomers(self) -> tuple[Newcomer, ...]:
        found = []
        for number, line in enumerate(self.cleaned_data["newcomers"].splitlines(), start=1):
            said = LINE.match(line.strip())
            if line.strip() and (said is None or len(said[2] or "") > LONGEST):
                raise forms.ValidationError(
                    _("第%(number)s行“%(line)s”看不懂：先写3位或6位编码，空一格，再写名称。") % {"number": number, "line": line[:40]}
                )
            if said:
                found.append(Newcomer(said[1], (said[2] or "").strip()))
        return tuple(found)

    def order(self, person: Person) -> Order:
        """The order, its codes looked up among what the person keeps; a code that is not there becomes no agency, and is refused as such."""
        said = self.cleaned_data
        codes = said["leaving"].split()
        rows = within(AgencyYear.objects.filter(year=said["year"], until=None), by=person, permission=Permission.KEEP_REGISTER)
        known = dict(rows.filter(code__in=codes).values_list("code", "pk"))
        leaving = tuple(known.get(code, 0) for code in codes)
        return Order(Reorganisation(said["kind"]), said["year"], said["on"], said["why"], leaving, said["newcomers"])
