"""The levels of findings in words, and how many of each there are. It knows neither places nor pages."""

from collections.abc import Mapping, Sequence

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from disclosure.exports.shape import Finding

Words = str | Promise
LEVELS: Mapping[str, Words] = {"error": _("错误"), "warning": _("需说明的事项"), "hint": _("提示"), "not checked": _("无法校验")}
UNCHECKED = "not checked"


def checked_words(findings: Sequence[Finding]) -> str:
    """How many findings of each level, the heaviest first; none is said too."""
    counts = {level: sum(each["level"] == level for each in findings) for level in LEVELS}
    unchecked = counts.pop(UNCHECKED)
    found = [counted(count, LEVELS[level]) for level, count in counts.items() if count]
    said = [_("发现%(what)s") % {"what": "、".join(found)} if found else _("没有发现问题")]
    said += [_("另有%(what)s") % {"what": counted(unchecked, LEVELS[UNCHECKED])}] if unchecked else []
    return "，".join(map(str, said))


def counted(number: int, word: Words) -> str:
    return ngettext("%(number)s项%(word)s", "%(number)s项%(word)s", number) % {"number": number, "word": word}
