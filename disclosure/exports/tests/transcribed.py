"""A document that was published elsewhere, with mistakes: findings at every kind of place, and figures as an original may print them."""

from disclosure.exports.tests.documents import document, economic, figure, project_statement, spent

ORIGINAL = {
    "title": "安澜市档案馆2024年部门预算",
    "published_on": "2024-02-20",
    "address": "https://www.example.gov.cn/a/1.html",
    "note": "",
}
LAW = "《中华人民共和国预算法实施条例》第六条"
UNCHECKED = 6


def finding(rule, level, statement, row="", column="", message="两处应当相等，相差0.50万元", where="", source=LAW):
    made = {"rule": rule, "level": level, "message": message, "statement": statement, "row": row, "column": column, "source": source}
    return {**made, "where": where} if where else made


def findings():
    """In no order of level; the page numbers errors first."""
    return [
        finding("B30", "hint", "YS03", "201", "total", "四舍五入的尾差0.01万元"),
        finding("B01", "error", "YS01", "in_all", "income", "收入总计应等于支出总计", "《收支预算总表》收入总计 预算数"),
        finding("N03", "warning", "YX03", "operating", "amount", "机关运行经费没有写增减原因"),
        finding("B02", "error", "YS01", "in_all", "income", "收入总计应等于各项收入之和", "《收支预算总表》收入总计 预算数"),
        finding("B12", "warning", "YX01", "total", "basic", "文字中的基本支出与表不符"),
        finding("T02", "error", "text", "3/一/（二）", "1", "这一段没有写项目支出", "（二）支出预算情况 第1段"),
        finding("C02", "error", "YS08", message="未公开政府性基金预算支出表"),
        finding("C03", "warning", "YS03", "2129999", "total", "应有“其他支出”一行"),
        finding("T09", "warning", "text", "duties", "3", "主要职责少一项"),
        *[finding(f"B{n}", "not checked", "YS03", "total", "basic", "上年没有此数") for n in range(40, 40 + UNCHECKED)],
    ]


def placed(sections, before):
    """Sections with their places, as the assembly writes them; a project's ends in its key."""
    return [
        {**each, "place": place, "sections": placed(each["sections"], place)} for each in sections for place in [place_of(each, before)]
    ]


def place_of(section, before):
    return f"{before}/{'p1' if 'project' in section else section['number']}"


def printed(row, **cells):
    """A row as an original prints it: no exact 元 behind its figures."""
    return {**row, "cells": {**row["cells"], **cells}, "yuan": dict.fromkeys(row["cells"])}


PICTURE = "原件此表是图片，没有转录。"


def transcribed_document(**changes):
    """The archive's budget as somebody else published it: a table is missing, figures have three decimals, a zero is printed."""
    made = document(origin="transcribed", original=ORIGINAL, findings=findings())
    tables = made["statements"]
    rows = tables[2]["panels"][0]["rows"]
    rows[3:5] = [printed(rows[3], basic="418.56", project="30.937"), printed(rows[4], basic="0", total="1116.643")]
    tables[3] = {**economic(30), "status": "missing"}
    tables[5] = {**spent(8, "fund", "政府性基金预算支出表"), "status": "missing", "layout": "sides", "orientation": "landscape"}
    tables[6] = {**project_statement(9, PICTURE), "status": "missing"}
    made["parts"] = [{**part, "sections": placed(part["sections"], part["number"])} for part in made["parts"]]
    about = made["parts"][2]["sections"][0]["sections"]
    about[0]["paragraphs"].append(["基本支出", figure("4778.9", "YX01", "total", "basic"), "万元；机关运行经费"])
    about[0]["paragraphs"].append(["比上年减少", figure("32.91", "YX07", "YX03.operating.amount", "change"), "万元。"])
    about[2]["sections"][0]["project"] = None
    return {**made, **changes}
