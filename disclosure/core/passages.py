"""The texts of a filing that people wrote or that are quoted, each with its place and what it is called. Knows no rule."""

from collections.abc import Iterator
from typing import NamedTuple

from disclosure.core.facts import Address, Facts, Goal, Project
from disclosure.core.transcript import MARK, places, plain

PROJECT_TEXTS = {"overview": "项目概述", "basis": "立项依据", "implementer": "实施主体", "plan": "实施方案", "period": "实施周期"}
TEXT = "text"


class Passage(NamedTuple):
    """A text; `kind` is duties, offices, terms, reason, objective, quotation, printed (titles and notes), evaluation, report, reception,
    achieved, or a field of a project's narrative.
    """

    place: Address
    kind: str
    title: str
    text: str
    unmarked: str | None = None  # a quoted text without its marked figures

    @property
    def own_words(self) -> str:
        """The text without figures that are judged by themselves."""
        return self.text if self.unmarked is None else self.unmarked


def passages(facts: Facts) -> Iterator[Passage]:
    """Every text, in the order of the document."""
    yield from numbered("duties", "主要职责", facts.duties)
    yield from numbered("offices", "内设处室", facts.offices)
    yield from numbered("evaluation", "绩效评价工作开展情况", facts.evaluation)
    yield from numbered("report", "绩效评价报告", facts.report)
    if facts.reception:
        yield Passage(Address(TEXT, "reception", ""), "reception", "公务接待的用途", facts.reception)
    yield from quotations(facts)
    yield from printed_words(facts)
    for address, text in facts.reasons.items():
        yield Passage(address, "reason", "增减原因", text)
    yield from objective(facts.goal, "goal", "年度总体目标")
    for project in facts.projects:
        yield from of_project(project)
    for term in facts.terms:
        yield Passage(Address(TEXT, "terms", term.name), "terms", f"名词解释“{term.name}”", term.definition)


def numbered(kind: str, title: str, texts: tuple[str, ...]) -> Iterator[Passage]:
    """Paragraphs, counted from 1."""
    for number, text in enumerate(texts, 1):
        yield Passage(Address(TEXT, kind, str(number)), kind, f"{title}第{number}段", text)


def quotations(facts: Facts) -> Iterator[Passage]:
    """The sentences of a document made elsewhere, as printed."""
    for place, quotation in places(facts.transcript.quotations) if facts.transcript else ():
        yield Passage(place, "quotation", "", plain(quotation.text), MARK.sub("", quotation.text))


def printed_words(facts: Facts) -> Iterator[Passage]:
    """Titles and notes of the tables of a document made elsewhere."""
    for table in facts.transcript.tables if facts.transcript else ():
        for title, text in (("表名", table.title), *(("表注", note) for note in table.notes)):
            if text:
                yield Passage(Address(table.statement, "", ""), "printed", title, text)


def of_project(project: Project) -> Iterator[Passage]:
    """The narrative of a project, and its objective."""
    row = f"projects.{project.key}"
    for field, title in PROJECT_TEXTS.items():
        if text := getattr(project, field):
            yield Passage(Address(TEXT, row, field), field, f"项目“{project.name}”的{title}", text)
    yield from objective(project.goal, row, f"项目“{project.name}”的年度绩效目标")
    if project.achieved:
        yield Passage(Address(TEXT, row, "achieved"), "achieved", f"项目“{project.name}”的全年实际完成情况", project.achieved)


def objective(goal: Goal | None, row: str, title: str) -> Iterator[Passage]:
    """What a goal says in words."""
    if goal and goal.objective:
        yield Passage(Address(TEXT, row, "objective"), "objective", title, goal.objective)
