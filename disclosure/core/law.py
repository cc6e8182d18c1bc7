"""The legal sources, each listed once. Statements, rules and pages cite them from here."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Source:
    """A legal source: a short permanent key, its title and the article."""

    key: str
    title: str
    article: str = ""

    def __str__(self) -> str:
        return f"《{self.title}》{self.article}"


BUDGET_LAW_14 = Source("budget-law-14", "中华人民共和国预算法", "第十四条")
BUDGET_LAW_52 = Source("budget-law-52", "中华人民共和国预算法", "第五十二条")
REGULATION_5 = Source("regulation-5", "中华人民共和国预算法实施条例", "第五条")
REGULATION_6 = Source("regulation-6", "中华人民共和国预算法实施条例", "第六条")
PROCEDURE_2016 = Source("procedure-2016", "地方预决算公开操作规程", "（财预〔2016〕143号）")
UNITS_2021 = Source("units-2021", "关于推进部门所属单位预算公开的指导意见", "（财预〔2021〕29号）")
BUDGET_LAW_80 = Source("budget-law-80", "中华人民共和国预算法", "第八十条")
EVALUATION_2020 = Source("evaluation-2020", "项目支出绩效评价管理办法", "（财预〔2020〕10号）")
PERFORMANCE_2021 = Source("performance-2021", "中央部门项目支出核心绩效目标和指标设置及取值指引（试行）", "（财预〔2021〕101号）")
ACCESSIBILITY_2023 = Source("accessibility-2023", "中华人民共和国无障碍环境建设法", "第三十二条")

SOURCES = {
    source.key: source
    for source in (
        BUDGET_LAW_14,
        BUDGET_LAW_52,
        REGULATION_5,
        REGULATION_6,
        PROCEDURE_2016,
        UNITS_2021,
        PERFORMANCE_2021,
        BUDGET_LAW_80,
        EVALUATION_2020,
        ACCESSIBILITY_2023,
    )  # fmt: skip
}
