"""In what manner a page speaks: /en/… in English, /large/… in large letters, both together as /en/large/…. The address alone says so; no cookie does.

The pages themselves know nothing of it: their addresses are asked for without the prefix, and written with it.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase
from django.urls import reverse, set_script_prefix
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from disclosure.exports.levels import Words
from disclosure.web.public.queries import asked_of

PUBLIC = "disclosure.web.public.urls"  # asked of by name, since the office half serves /report/ in the same manner
ENGLISH, LARGE = "en", "large"
PLACES = (
    ("home", "home", _("首页")),
    ("catalogue", "home", _("按地区查")),
    ("tree", "tree", _("按支出查")),
    ("compare", "compare", _("部门比较")),
    ("published", "published", _("公开进度")),
    ("data", "data", _("数据与接口")),
)


@dataclass(frozen=True)
class Manner:
    """`rest`: the address without its manner, with what it asks."""

    is_english: bool
    is_large: bool
    rest: str

    @property
    def code(self) -> str:
        return "en" if self.is_english else "zh-CN"

    @property
    def prefix(self) -> str:
        return prefix_of(self.is_english, self.is_large)

    @property
    def other_size(self) -> str:
        return prefix_of(self.is_english, not self.is_large) + self.rest

    @property
    def size_words(self) -> Words:
        return _("标准版") if self.is_large else _("长者版")

    @property
    def other_language(self) -> str:
        return prefix_of(not self.is_english, self.is_large) + self.rest

    @property
    def other_code(self) -> str:
        return "zh-CN" if self.is_english else "en"

    @property
    def language_words(self) -> str:
        return "中文" if self.is_english else "English"

    @property
    def chinese(self) -> str:
        return f"{settings.PUBLIC_ADDRESS}{self.rest}"

    @property
    def english(self) -> str:
        return f"{settings.PUBLIC_ADDRESS}{prefix_of(True, False)}{self.rest}"

    @property
    def canonical(self) -> str:
        """Large letters are no other page."""
        return self.english if self.is_english else self.chinese

    @property
    def places(self) -> Sequence[tuple[str, str, Words]]:
        """What the main navigation leads to."""
        return [
            (name, reverse(view, urlconf=PUBLIC) + ("#by-region" if name == "catalogue" else ""), words) for name, view, words in PLACES
        ]


def prefix_of(is_english: bool, is_large: bool) -> str:
    return ("/en" if is_english else "") + ("/large" if is_large else "")


def manner_of(address: str, question: str = "") -> Manner:
    """`address`: the path as it was asked for."""
    steps = address.split("/")[1:]
    is_english = steps[:1] == [ENGLISH]
    is_large = steps[is_english : is_english + 1] == [LARGE]
    rest = "/" + "/".join(steps[is_english + is_large :])
    asked = asked_of(question) if question else ""
    return Manner(is_english, is_large, rest + (f"?{asked}" if asked else ""))


class Manners:
    """Middleware: takes the manner off the address, and speaks accordingly."""

    def __init__(self, answer: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        manner = manner_of(request.path_info, request.META.get("QUERY_STRING", ""))
        if not manner.prefix or manner.rest.startswith("/office/"):
            return self.answer(request)
        request.path_info = manner.rest.partition("?")[0]
        set_script_prefix(manner.prefix + "/")
        try:
            with translation.override("en" if manner.is_english else settings.LANGUAGE_CODE):
                return self.answer(request)
        finally:
            set_script_prefix("/")
