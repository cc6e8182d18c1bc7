"""The words of the ledger: one English word for each Chinese term, with its label. Knows no amounts and no tables."""

from enum import StrEnum


class Word(StrEnum):
    """A word of the field: its value stands in data, its label in print."""

    label: str

    def __new__(cls, value: str, label: str = "") -> "Word":
        word = str.__new__(cls, value)
        word._value_ = value
        word.label = label
        return word


class Flow(Word):
    SPENDING = "spending", "支出"
    INCOME = "income", "收入"
    OPENING_BALANCE = "opening_balance", "年初结转和结余"
    CLOSING_BALANCE = "closing_balance", "年末结转和结余"
    SURPLUS_USED = "surplus_used", "使用非财政拨款结余"
    SURPLUS_DISTRIBUTED = "surplus_distributed", "结余分配"


class Stage(Word):
    INITIAL_BUDGET = "initial_budget", "年初预算"
    ADJUSTED_BUDGET = "adjusted_budget", "全年预算"
    OUTTURN = "outturn", "决算"


class Nature(Word):
    BASIC = "basic", "基本支出"
    PROJECT = "project", "项目支出"
    OPERATING = "operating", "经营支出"
    REMITTED_UPWARD = "remitted_upward", "上缴上级支出"
    SUBSIDY_TO_SUBORDINATE = "subsidy_to_subordinate", "对附属单位补助支出"


class Source(Word):
    GENERAL = "general", "一般公共预算"
    FUND = "fund", "政府性基金预算"
    SOE = "soe", "国有资本经营预算"
    EDUCATION_FEE = "education_fee", "教育收费资金"
    INSTITUTIONAL = "institutional", "事业收入"
    OPERATING = "operating", "事业单位经营收入"
    SUBORDINATE_REMITTANCE = "subordinate_remittance", "附属单位上缴收入"
    SUPERIOR_SUBSIDY = "superior_subsidy", "上级补助收入"
    OTHER = "other", "其他收入"
    NONFISCAL_SURPLUS = "nonfiscal_surplus", "使用非财政拨款结余"


FISCAL = (Source.GENERAL, Source.FUND, Source.SOE)


class Vintage(Word):
    THIS_YEAR = "this_year", "本年"
    CARRIED_OVER = "carried_over", "上年结转"


class Staffing(Word):
    PERSONNEL = "personnel", "人员经费"
    PUBLIC = "public", "公用经费"


class Use(Word):
    """What a line may say about itself beyond its codes."""

    PERSONNEL = "personnel", "列入人员经费"
    PUBLIC = "public", "列入公用经费"
    ACADEMIC_EXCHANGE = "academic_exchange", "学术交流合作"
    FOREIGN_AFFAIRS = "foreign_affairs", "外事接待"
    OVERSEAS_RECEPTION = "overseas_reception", "国（境）外接待"


class Kind(Word):
    BUDGET = "budget", "预算"
    FINAL = "final", "决算"


class Origin(Word):
    ENTERED = "entered", "本平台填报"
    TRANSCRIBED = "transcribed", "照录原件"


class Scope(Word):
    DEPARTMENT = "department", "部门"
    UNIT = "unit", "单位"


class UnitKind(Word):
    ADMINISTRATIVE = "administrative", "行政单位"
    CIVIL_SERVICE = "civil_service", "参照公务员法管理的事业单位"
    INSTITUTION = "institution", "事业单位"


PERSONNEL_CLASSES = ("301", "303")
ONLY_PERSONNEL = ("301",)  # whatever a line says of itself
ONLY_PUBLIC = ("302", "307", "310", "312", "399")


def staffing_of(economic: str, use: str) -> Staffing:
    """人员经费 or 公用经费: by the economic class, unless the line says otherwise (some 303 money is 公用)."""
    if use in (Use.PERSONNEL, Use.PUBLIC):
        return Staffing(use)
    return Staffing.PERSONNEL if economic[:3] in PERSONNEL_CLASSES else Staffing.PUBLIC
