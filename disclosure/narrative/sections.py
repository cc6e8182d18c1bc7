"""The sections of a document: declared sentences, an agency's own texts, projects; of a document made elsewhere, its sentences as printed.

Every section has a place: part and section numbers, a project by its key: 3/一/（九）/p1. Knows no sentence in particular.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from disclosure.core.facts import Project
from disclosure.core.transcript import pieces
from disclosure.narrative.compare import Figure, Phrase
from disclosure.narrative.phrases import joined
from disclosure.narrative.words import FreeText, Part, Section
from disclosure.narrative.write import Writer
from disclosure.statements.items import projects_with_form

Labels = tuple[tuple[str, str], ...]
CIRCLED = "①②③④⑤⑥⑦⑧⑨"


@dataclass(frozen=True, slots=True)
class WrittenSection:
    """A section as written; `project` is the index of the form that stands with it."""

    number: str
    title: str
    place: str
    paragraphs: list[Phrase]
    sections: list["WrittenSection"]
    project: int | None = None


def written_part(writer: Writer, part: Part) -> list[WrittenSection]:
    """The written sections of a part."""
    return [written for section in part.sections if not left_out(written := written_section(writer, section, str(part.number)), section)]


def left_out(written: WrittenSection, section: Section) -> bool:
    """Whether a section has nothing to say and need not."""
    is_optional = bool(section.paragraphs) and all(isinstance(each, FreeText) and each.optional for each in section.paragraphs)
    return is_optional and not (written.paragraphs or written.sections)


def written_section(writer: Writer, section: Section, above: str) -> WrittenSection:
    """A section with its paragraphs and what stands below it."""
    place = f"{above}/{section.number}"
    below = [written_section(writer, each, place) for each in section.sections]
    projects = [] if section.projects is None else project_sections(writer, section.projects, place)
    return WrittenSection(section.number, writer.title(section.title), place, list(paragraphs(writer, section, place)), [*below, *projects])


def paragraphs(writer: Writer, section: Section, place: str) -> Iterator[Phrase]:
    """Declared paragraphs; in a document made elsewhere the agency's own texts, then the sentences as printed."""
    is_made_here = writer.facts.transcript is None
    declared = (each for each in section.paragraphs if is_made_here or isinstance(each, FreeText))
    for paragraph in declared:
        yield from writer.paragraphs(paragraph)
    yield from quoted(writer, place)


def quoted(writer: Writer, place: str) -> Iterator[Phrase]:
    """The sentences of a place as printed, their figures at their addresses."""
    for quotation in writer.facts.transcript.quotations if writer.facts.transcript else ():
        if quotation.section == place:
            yield [each if isinstance(each, str) else Figure(each.text, each.address) for each in pieces(quotation.text)]


def project_sections(writer: Writer, labels: Labels, place: str) -> list[WrittenSection]:
    """One section a project that something is written of, or whose form stands here, headed by its number and name."""
    forms = [project.key for project in projects_with_form(writer.facts)]
    forms_alone = writer.facts.transcript is None or not labels
    written: list[WrittenSection] = []
    for project in writer.facts.projects:
        at = f"{place}/{project.key}"
        told = [*labelled(writer, labels, project), *quoted(writer, at)]
        if told or (forms_alone and project.key in forms):
            index = forms.index(project.key) if project.key in forms else None
            written.append(WrittenSection(f"{len(written) + 1}．", project.name, at, told, [], index))
    return written


def labelled(writer: Writer, labels: Labels, project: Project) -> list[Phrase]:
    """A project's labelled texts and its amount from the ledger; the amount of a document made elsewhere stands in its sentences."""
    own = replace(writer, words=writer.words | project_words(project))
    wanted = [each for each in labels if writer.facts.transcript is None or "{=" not in each[1]]
    phrases = [(label, own.fill(template.replace("{project}", project.key))) for label, template in wanted]
    told = [(label, phrase) for label, phrase in phrases if any(not isinstance(piece, str) or piece.strip() for piece in phrase)]
    return [joined([[f"{CIRCLED[number]}{label}："], phrase]) for number, (label, phrase) in enumerate(told)]


def project_words(project: Project) -> dict[str, str]:
    """A project's own texts."""
    return {name: getattr(project, name) for name in ("overview", "basis", "implementer", "plan", "period")}
