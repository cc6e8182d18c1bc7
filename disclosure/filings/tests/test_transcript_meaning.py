"""Well-formed transcribed packages that are wrong all the same: numbers, marks, what stands twice. A wrong one above, its message below."""

from typing import Any

import pytest

from disclosure.filings.package import checked
from disclosure.filings.tests.packages import changed, problem, problems
from disclosure.filings.tests.transcripts import STATED, printing, quoting, transcribed

NUMBER = "应为印出的数，如 1,709.37、－0.5、57.08%"
PLACE = "地址写成 表/行/栏，如 YS03/total/basic；增减写成 YX07/表.行.栏/change"
MARK = f"写成 [386.62](YS03/total/basic)；{PLACE}"
AT = "quotations[0].text："
MESSAGES = {
    "cell in words": (printing({"row": "total", "cells": {"total": "四百"}}), f"tables[0].rows[0].cells.total：“四百”不是数；{NUMBER}；空白的不写内容"),
    "cell of a space": (printing({"row": "total", "cells": {"total": " "}}), f"tables[0].rows[0].cells.total：“ ”不是数；{NUMBER}；空白的不写内容"),
    "cell of a stroke": (printing({"row": "total", "cells": {"total": "—"}}), f"tables[0].rows[0].cells.total：“—”不是数；{NUMBER}；空白的不写内容"),
    "doubtful separator": (printing({"row": "total", "cells": {"total": "1,23"}}), f"tables[0].rows[0].cells.total：“1,23”不是数；{NUMBER}；空白的不写内容"),
    "stated in words": (transcribed(stated=[{**STATED[0], "text": "五"}]), f"stated[0].text：“五”不是数；{NUMBER}"),
    "nothing stated": (transcribed(stated=[{**STATED[0], "text": ""}]), f"stated[0].text：“”不是数；{NUMBER}"),
    "stated change of nothing": (transcribed(stated=[{**STATED[0], "column": "change"}]), f"stated[0]：地址“YX08/total/change”不对；{PLACE}"),
    "marked words": (quoting("支出[四百](YS03/total/basic)万元"), f"{AT}“四百”不是数；{NUMBER}；在“[四百](YS03/total/basic)”"),
    "marked change of nothing": (quoting("增加[1](YX07/total/change)万元"), f"{AT}地址“YX07/total/change”不对；{PLACE}"),
    "marked change of an outturn": (quoting("增加[1](JS03/total/change)万元"), f"{AT}地址“JS03/total/change”不对；{PLACE}"),
    "marked change of half a row": (quoting("增加[1](YX10/JS03.total/change)万元"), f"{AT}地址“YX10/JS03.total/change”不对；{PLACE}"),
    "row with a space": (quoting("支出[1](YS03/to tal/basic)万元"), f"{AT}地址“YS03/to tal/basic”不对；{PLACE}"),
    "row too long": (quoting(f"支出[1](YS03/{'a' * 41}/basic)万元"), f"{AT}地址“YS03/{'a' * 41}/basic”不对；{PLACE}"),
    "column in capitals": (quoting("支出[1](YS03/total/Basic)万元"), f"{AT}地址“YS03/total/Basic”不对；{PLACE}"),
    "no such kind of statement": (quoting("支出[1](AB03/total/basic)万元"), f"{AT}地址“AB03/total/basic”不对；{PLACE}"),
    "no column": (quoting("支出[1](YS03/total)万元"), f"{AT}“[1](YS03/total)”不是标出的数；{MARK}"),
    "no number": (quoting("，[](YS03/total/basic)万元"), f"{AT}“[](YS03/total/basic)”不是标出的数；{MARK}"),
    "no brackets": (quoting("，1(YS03/total/basic)万元"), f"{AT}“1(YS03/total/basic)”不是标出的数；{MARK}"),
    "a space between": (quoting("，[1] (YS03/total/basic)万元"), f"{AT}“[1] (YS03/total/basic)”不是标出的数；{MARK}"),
    "full width": (quoting("，［1］（YS03/total/basic）万元"), f"{AT}“［1］（YS03/total/basic）”不是标出的数；{MARK}"),
    "never closed": (quoting("，[1](YS03/total/basic万元"), f"{AT}“[1](YS03/total/basic万元”不是标出的数；{MARK}"),
    "a link": (quoting("，[附件](https://a.cn)"), f"{AT}“[附件](https://a.cn)”不是标出的数；{MARK}"),
}  # fmt: skip
TWICE = {
    "table": (
        changed(("tables", 1, "statement"), "YS03", transcribed()),
        ["tables[0].statement：“YS03”出现2次；同一张表只能写一次",
         "tables[1].statement：“YS03”出现2次；同一张表只能写一次"],
    ),
    "row": (
        changed(("tables", 0, "rows", 2, "row"), "total", transcribed()),
        ["tables[0].rows[0].row：“total”出现2次；同一行只能写一次",
         "tables[0].rows[2].row：“total”出现2次；同一行只能写一次"],
    ),
    "stated": (
        transcribed(stated=[STATED[0]] * 2),
        ["stated[0]：“YX08/total/total”出现2次；同一个地址只能写一次",
         "stated[1]：“YX08/total/total”出现2次；同一个地址只能写一次"],
    ),
    "complete": (transcribed(complete=["YX05", "YX05"]), ["complete[0]：“YX05”出现2次；同一张表只能写一次", "complete[1]：“YX05”出现2次；同一张表只能写一次"]),
    "pictures": (transcribed(pictures=["YS11", "YS03"]), ["pictures[1]：YS03已经照录；照录了的表不是图片；同一张表只能写一次"]),
}  # fmt: skip


@pytest.mark.parametrize(("package", "message"), MESSAGES.values(), ids=MESSAGES)
def test_the_message_says_where_what_and_what_is_expected(package: Any, message: str) -> None:
    assert problem(package) == message


@pytest.mark.parametrize(("package", "messages"), TWICE.values(), ids=TWICE)
def test_what_stands_twice_is_told_at_both_places(package: Any, messages: list[str]) -> None:
    assert [str(each) for each in problems(package)] == messages


@pytest.mark.parametrize("text", ["0", "418.00", "1,709.37", "－０.5", "+3", "57.08%", "５７％", " 1 ", ""])
def test_a_number_is_taken_as_it_is_printed(text: str) -> None:
    assert checked(printing({"row": "total", "cells": {"total": text}}))


@pytest.mark.parametrize(
    "text",
    [
        "赣财字[2023]15号（一）",
        "按[2024]（修订）办",
        "（YS）",
        "下降[57.08%](YX07/YS03.total.basic/rate)",
        "完成[98](YX10/JS04.208.total/completion)",
        "增加[1](YX10/JS04.208.total/change)万元",
        "[1](YS03/total/basic)(含[0](YS03/208/basic))",
    ],
)
def test_brackets_that_are_no_marks_are_left_alone(text: str) -> None:
    assert checked(quoting(text))


@pytest.mark.parametrize("text", ["[" * 8000, "]" + " " * 7999, "](" * 4000, "(" * 8000, "[1](YS03/" + "a" * 7000, "Y" * 8000])
def test_a_hostile_sentence_is_judged_at_once(text: str) -> None:
    try:
        checked(quoting(text))
    except ValueError as refused:
        assert str(refused).startswith(AT)


def test_the_same_row_may_stand_in_two_tables() -> None:
    assert [row["row"] for table in transcribed()["tables"] for row in table["rows"]].count("total") == 2
    assert checked(transcribed())
