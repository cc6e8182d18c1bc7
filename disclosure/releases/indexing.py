"""Keeps the figures and texts of a release flat beside it, in its own transaction, so that search and comparison read what the document says. Knows no page."""

from collections.abc import Iterator
from decimal import Decimal

from disclosure.exports.flat import FlatFigure, FlatText, figures_of, main_class, texts_of
from disclosure.exports.spelling import spelling_of
from disclosure.releases.index_models import ReleasedFigure, ReleasedText, Spelling
from disclosure.releases.models import Happening, Release, ReleaseEvent

HUNDRED = Decimal(100)


def index(release: Release) -> None:
    """All figures at once and all texts at once: the database takes no second helping."""
    ReleasedFigure.objects.bulk_create(figures(release))
    ReleasedText.objects.bulk_create(texts(release))
    spell(release.agency_name)


def spell(name: str) -> None:
    """The name as it is typed on a keyboard; it is the same whoever bears it."""
    spelt = spelling_of(name)
    Spelling.objects.bulk_create([Spelling(name=name, pinyin=spelt.pinyin, initials=spelt.initials)], ignore_conflicts=True)


def index_missing() -> int:
    """Those released before there was an index; how many there were. What is purged has nothing to index."""
    purged = ReleaseEvent.objects.filter(kind=Happening.PURGED).values("release")
    missing = list(Release.objects.filter(flat_figures=None).exclude(pk__in=purged).order_by("pk").values_list("pk", flat=True))
    for pk in missing:
        index(Release.objects.get(pk=pk))
    return len(missing)


def figures(release: Release) -> list[ReleasedFigure]:
    flat = figures_of(release.document)
    main = main_class(flat)
    return [_figure(release, place, each, each is main) for place, each in enumerate(flat)]


def _figure(release: Release, place: int, flat: FlatFigure, is_main: bool) -> ReleasedFigure:
    said = {
        name: getattr(flat, name) for name in ("statement", "row", "column", "code", "parent", "level", "name", "kind", "text", "is_exact")
    }
    return ReleasedFigure(release=release, place=place, fen=fen_of(flat.yuan), is_main=is_main, **said)


def texts(release: Release) -> list[ReleasedText]:
    return [_text(release, number, flat) for number, flat in enumerate(texts_of(release.document))]


def _text(release: Release, number: int, flat: FlatText) -> ReleasedText:
    return ReleasedText(
        release=release,
        number=number,
        year=release.year,
        kind=flat.kind,
        place=flat.place,
        title=flat.title,
        text=flat.text,
        printed=flat.printed,
        fen=fen_of(flat.yuan),
    )


def fen_of(yuan: Decimal | None) -> int | None:
    """Exact 元 in hundredths; amounts have no more than two decimals."""
    return None if yuan is None else int(yuan * HUNDRED)


def differing(release: Release) -> Iterator[str]:
    """Where the index says otherwise than the document: for `manage.py verify`."""
    said = {figure.address: (figure.text, fen_of(figure.yuan)) for figure in figures_of(release.document)}
    kept = {(each.statement, each.row, each.column): (each.text, each.fen) for each in ReleasedFigure.objects.filter(release=release)}
    for address in sorted(said.keys() | kept.keys()):
        if said.get(address) != kept.get(address):
            yield f"{'/'.join(address)}：文件里是{said.get(address, ('没有',))[0]}，检索用的是{kept.get(address, ('没有',))[0]}"
    said_texts = [(release.year, each.kind, each.title, each.text) for each in texts_of(release.document)]
    kept_texts = ReleasedText.objects.filter(release=release).order_by("number")
    if said_texts != list(kept_texts.values_list("year", "kind", "title", "text")):
        yield "检索用的文字和文件不同"
