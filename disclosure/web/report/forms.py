"""The form of a report: what is wrong, where, and in what words. It asks nothing about who sends it."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from agencies.models import Bureau
from disclosure.pub.answer_models import Matter
from disclosure.reports.models import LONGEST, SHORTEST


class ReportForm(forms.Form):
    """`is_open`: about no document and no agency, so the region is asked too."""

    region = forms.ChoiceField(label=_("哪个地区"), error_messages={"required": _("请选地区，好转给那里的财政部门。")})
    matter = forms.ChoiceField(
        label=_("什么问题"), choices=Matter.choices, widget=forms.RadioSelect, error_messages={"required": _("请选一类问题。")}
    )
    place = forms.CharField(
        label=_("在哪里（可不写）"),
        max_length=100,
        required=False,
        error_messages={"max_length": _("位置有%(show_value)d个字，最多%(limit_value)d个字；其余请写在说明里。")},
    )
    text = forms.CharField(
        label=_("说明"),
        min_length=SHORTEST,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 6}),
        error_messages={
            "required": _("请写说明：哪里不对，应当是什么。"),
            "min_length": _("说明只有%(show_value)d个字，至少要%(limit_value)d个字，才能核对。"),
            "max_length": _("说明有%(show_value)d个字，最多%(limit_value)d个字。请只写要点，可以分几次提交。"),
        },
    )

    def __init__(self, *given: Any, is_open: bool, **named: Any) -> None:
        super().__init__(*given, **named)
        words = _("写清哪个数、哪句话不对，您认为应当是什么、依据在哪里。%(least)s至%(most)s字。请不要写姓名、电话和证件号码。")
        self.fields["text"].help_text = words % {"least": SHORTEST, "most": LONGEST}
        if not is_open:
            del self.fields["region"]
            self.fields["place"].help_text = _("如“表3，第5行”或“第三部分，三公经费一段”。")
            return
        places = Bureau.objects.select_related("region").order_by("region")
        self.fields["region"].choices = [("", _("请选择")), *((each.pk, each.region.name) for each in places)]  # type: ignore[attr-defined]
        self.fields["place"].label = _("哪个单位、哪份文件（可不写）")
