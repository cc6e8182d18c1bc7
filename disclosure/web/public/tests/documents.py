"""Documents for pages: the invented archive of the exports tests, with the summary that pages put on top."""

from disclosure.exports.tests import documents as drawn
from disclosure.exports.tests import finals, transcribed

NAME = drawn.NAME


def change(direction="decrease", amount="112.35", rate="15.5%"):
    return {"direction": direction, "change": amount, "rate": rate}


def key_figure(title, text, *cell, **changed):
    return {"title": title, "text": text, "unit": "万元", "cell": list(cell), **(changed or change())}


def summary():
    figures = [key_figure("财政拨款", "6,103.20", "YS01", "in0", "income"), key_figure("上年结转", "1,035.10", "YS01", "carried", "income")]
    figures.append(key_figure("基本支出", "4,778.90", "YS03", "total", "basic", **change("increase")))
    figures.append(key_figure("项目支出", "2,359.40", "YS03", "total", "project", **change("equal", "0.00", "0%")))
    figures.append(key_figure("机关运行费", "204.88", "YX01", "total", "basic", **change("unknown", None, None)))
    figures.append(key_figure("“三公”经费", "8.30", "YS07", "307001", "host", **change("new", "8.30", None)))
    total = key_figure("支出总计", "7,138.30", "YS01", "out_all", "spent", **change("decrease", "459.71", "39.2%"))
    answer = ["2024年收入和支出预算各", {"text": "7138.3", "cell": ["YS01", "in_all", "income"]}, "万元，比上年减少459.71万元，下降39.2%。"]
    why = ["从数字看：上年结转减少347.36万元。", "单位没有写明总额变动的原因。"]
    return {"answer": answer, "detail": "合71,383,000元。", "why": why, "figures": figures, "total": total}


def document(**changes):
    """A unit's budget with its answer on top."""
    return drawn.document(**{"summary": summary(), **changes})


def department_document():
    """A department's budget, its forms in part two."""
    return {**drawn.department_document(), "summary": summary()}


def final_document(**changes):
    """A department's final account, its budget beside it."""
    return finals.final_document(**{"summary": summary(), **changes})


def transcribed_document(**changes):
    """The archive's budget as it was published elsewhere, with what the rules found."""
    return transcribed.transcribed_document(**{"summary": summary(), **changes})
