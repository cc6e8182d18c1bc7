"""The forms by which reports are answered and declined. Each checks its fields' shape."""

from django import forms
from django.utils.translation import gettext_lazy as _

from disclosure.pub.answer_models import Outcome
from disclosure.reports.models import ANSWER_LONGEST, ANSWER_SHORTEST, LONGEST


class AnswerForm(forms.Form):
    """What came of it, the question as it will be published, and the answer."""

    outcome = forms.ChoiceField(label=_("结果"), choices=Outcome.choices, widget=forms.RadioSelect)
    question = forms.CharField(
        label=_("公开的问题"),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("默认是来信原文。公开前删去姓名、电话、证件号码，可以只留要点，不要改变意思。"),
    )
    answer = forms.CharField(
        label=_("答复"),
        min_length=ANSWER_SHORTEST,
        max_length=ANSWER_LONGEST,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("写清核对了什么、结果是什么、怎样更正。由另一位发布人公开。"),
    )


class DeclineForm(forms.Form):
    """Why there is no public answer; the sender reads it under the receipt."""

    why = forms.CharField(
        label=_("不公开的理由"), min_length=4, max_length=200, help_text=_("凭回执号能看到，如“与预决算公开无关”“重复提交，见另一件的答复”。")
    )  # fmt: skip
    erase = forms.BooleanField(label=_("同时删去来信的文字"), required=False, help_text=_("来信含有个人信息时选。删去后不能恢复。"))
