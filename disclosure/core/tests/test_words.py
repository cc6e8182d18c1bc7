"""Words and sources: each listed once, each with its Chinese term."""

import disclosure.core.words as words
from disclosure.core.law import SOURCES
from disclosure.core.words import Word


def test_every_word_has_a_label_and_a_plain_value() -> None:
    kinds = [kind for kind in vars(words).values() if isinstance(kind, type) and issubclass(kind, Word) and kind is not Word]
    assert len(kinds) >= 8
    assert all(word.label and word.value.isidentifier() for kind in kinds for word in kind)


def test_every_legal_source_has_its_key_and_title() -> None:
    assert all(key == source.key and str(source).startswith("《") for key, source in SOURCES.items())
