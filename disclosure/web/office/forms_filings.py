"""The forms of the way of a filing: a step and its reason, a comment, a justification, a release's time, a scan. Each checks its fields' shape."""

from datetime import datetime

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from disclosure.releases.models import Anchor, Withdrawal

SCANS = {b"%PDF-": "application/pdf", b"\xff\xd8\xff": "image/jpeg", b"\x89PNG\r\n": "image/png"}
LARGEST = 2 * 1024 * 1024


def words(label: Promise | str, *, required: bool = True, longest: int = 400, help_text: Promise | str = "") -> forms.CharField:
    """A field for a few sentences."""
    widget = forms.Textarea(attrs={"rows": 3})
    return forms.CharField(label=label, required=required, max_length=longest, help_text=help_text, widget=widget)  # type: ignore[arg-type]


class StepForm(forms.Form):
    """A step: its reason, and the check value of what the person saw."""

    seen = forms.CharField(max_length=64, widget=forms.HiddenInput)
    why = words(_("说明（可不写）"), required=False)

    def ask_why(self, label: object) -> None:
        """The reason is needed."""
        self.fields["why"].label = label  # type: ignore[assignment]
        self.fields["why"].required = True

    def ask_remit(self, choices: list[tuple[str, object]]) -> None:
        """A co-review names its field."""
        self.fields["remit"] = forms.ChoiceField(label=_("会审职责"), choices=choices, widget=forms.RadioSelect)


class WhenForm(forms.Form):
    """At once, or at a set second of Beijing's clock."""

    NOW, LATER = "now", "later"
    seen = forms.CharField(max_length=64, widget=forms.HiddenInput, required=False)
    when = forms.ChoiceField(
        label=_("什么时候公开"), choices=[(NOW, _("立即公开（排版、核对约需十秒）")), (LATER, _("定时公开"))], widget=forms.RadioSelect, initial=NOW
    )  # fmt: skip
    at = forms.DateTimeField(
        label=_("定时（北京时间）"),
        required=False,
        input_formats=["%Y-%m-%dT%H:%M:%S", "%Y-%m-%dT%H:%M", "%Y-%m-%d %H:%M:%S", "%Y-%m-%d %H:%M"],
        widget=forms.DateTimeInput(attrs={"type": "datetime-local", "step": "1"}),
        help_text=_("精确到秒，以数据库时钟为准；到时不需要任何人或任何程序再做什么。"),
    )

    def clean(self) -> None:
        if self.cleaned_data.get("when") == self.LATER and not self.cleaned_data.get("at") and "at" not in self.errors:
            self.add_error("at", _("请选定时的日期和时间。"))

    def moment(self) -> datetime | None:
        """None: at once."""
        at: datetime | None = self.cleaned_data["at"]
        return at if self.cleaned_data["when"] == self.LATER else None


class CommentForm(forms.Form):
    """A remark at a place."""

    anchor = forms.ChoiceField(choices=Anchor.choices, widget=forms.HiddenInput, required=False)
    address = forms.CharField(max_length=160, required=False, widget=forms.HiddenInput)
    text = words(_("意见"), longest=500, help_text=_("写清问题和希望怎样改。填报人会收到。"))

    def offer(self, columns: list[tuple[str, str]]) -> None:
        """The cells of a row to choose from."""
        self.fields["address"] = forms.ChoiceField(label=_("哪一格"), choices=columns, widget=forms.RadioSelect)
        self.order_fields(["anchor", "address", "text"])


class ReplyForm(forms.Form):
    text = words(_("答复"), longest=500, help_text=_("怎样处理了这条意见。"))


class JustifyForm(forms.Form):
    finding = forms.CharField(max_length=64, widget=forms.HiddenInput)
    text = words(_("为什么这样是对的"), help_text=_("至少10个字。说明会保存，审核的人看得到。"))


class PaperForm(forms.Form):
    """A signed 公开审批表 as a scan."""

    seen = forms.CharField(max_length=64, widget=forms.HiddenInput)
    secrecy_by = forms.CharField(label=_("保密审查人"), max_length=30, help_text=_("表上签字的人。"))
    signed_by = forms.CharField(label=_("签发人（单位负责人）"), max_length=30)
    signed_on = forms.DateField(label=_("签发日期"), widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}))
    scan = forms.FileField(label=_("扫描件"), help_text=_("PDF、JPG或PNG，至多2 MB。"))

    def clean_scan(self) -> tuple[bytes, str]:
        """The bytes and what they are by their first signs, whatever the name says."""
        body = self.cleaned_data["scan"].read(LARGEST + 1)
        media = next((kind for head, kind in SCANS.items() if body.startswith(head)), None)
        if media is None or len(body) > LARGEST:
            raise forms.ValidationError(_("请上传PDF、JPG或PNG扫描件，至多2 MB。"))
        return body, media

    def clean(self) -> None:
        said = self.cleaned_data
        if said.get("secrecy_by") and said.get("secrecy_by") == said.get("signed_by"):
            self.add_error("signed_by", _("保密审查人和签发人不能是同一人。"))


class ExtendForm(forms.Form):
    until = forms.DateField(label=_("延至"), widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}))
    why = forms.CharField(label=_("原因"), max_length=200)


class WithdrawForm(forms.Form):
    """Which versions, of which type, why, and whether it burns."""

    versions = forms.MultipleChoiceField(label=_("撤回哪些版本"), widget=forms.CheckboxSelectMultiple)
    withdrawal = forms.ChoiceField(label=_("类型"), choices=Withdrawal.choices, widget=forms.RadioSelect)
    why = words(_("原因（会公开，长期保留）"), help_text=_("不要写不宜公开的内容本身。"))
    urgent = forms.BooleanField(label=_("急撤：马上撤下，另一位发布人24小时内复核"), required=False)

    def __init__(self, *args: object, versions: list[tuple[int, str]], **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.fields["versions"].choices = versions  # type: ignore[attr-defined]
