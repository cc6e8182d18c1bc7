"""Phrases put together: one after the other, or with something between. Knows no sentences."""

from disclosure.narrative.compare import Phrase


def separated(phrases: list[Phrase], separator: str) -> list[Phrase]:
    """The phrases with the separator between them."""
    between: Phrase = [separator]
    return [part for phrase in phrases for part in (phrase, between)][:-1]


def joined(phrases: list[Phrase]) -> Phrase:
    """Phrases one after the other, neighbouring strings melted into one."""
    result: Phrase = []
    for part in (part for phrase in phrases for part in phrase):
        last = result[-1] if result else None
        if isinstance(part, str) and isinstance(last, str):
            result[-1] = last + part
        elif part:
            result.append(part)
    return result
