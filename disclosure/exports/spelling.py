"""How a name is typed: plain, in pinyin, in initials. Knows no agency."""

import re
import unicodedata
from dataclasses import dataclass

from pypinyin import lazy_pinyin

IGNORED = re.compile(r"[\s、，。·（）()《》“”\-—_/]+")


@dataclass(frozen=True, slots=True)
class Spelt:
    """上饶市 is plain 上饶市, pinyin shangraoshi, initials srs."""

    plain: str
    pinyin: str
    initials: str


def plain(words: str) -> str:
    """Full width is half width, capitals are small, marks and spaces are nothing."""
    return IGNORED.sub("", unicodedata.normalize("NFKC", words).lower())


def spelling_of(name: str) -> Spelt:
    """With the readings that words give their characters: 重庆 is cq, 银行 is yh."""
    said = plain(name)
    syllables = [syllable.lower() for syllable in lazy_pinyin(said)]
    return Spelt(said, "".join(syllables)[:400], "".join(each[:1] for each in syllables)[:80])
