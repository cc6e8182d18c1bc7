"""The clerk's guide: one filing from the desk to the submission, a step a picture. The pictures are those that the clerk's story takes in its test."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class GuideStep:
    """A picture by its name in static/guide, what is done there, and what to look out for."""

    picture: str
    title: Promise
    does: Promise
    mind: Promise
    seen: Promise


GUIDE: tuple[GuideStep, ...] = (
    GuideStep(
        "desk", _("从工作台开始"), _("登录以后，工作台列出要填的文件、截止日期和还差什么。点“去填报”。"),
        _("管几个单位的，填报页左边的“换一份填报”直接换过去。"), _("工作台：要办的事、截止日期和“去填报”"),
    ),
    GuideStep(
        "confirm", _("核对财政部门导入的明细"), _("收支明细已经从预算管理一体化导入。和批复、预算表对一遍，对上了就点“核对无误”，不用再录金额。"),
        _("对不上的，到“收支明细”改那一行；和批复不同的会提示。没有导入的，可以从上年、从工作簿或从空白开始。"),
        _("检查页上面：导入了几行、支出合计多少，和“核对无误”"),
    ),
    GuideStep(
        "project", _("写项目说明"), _("到“项目”打开每个项目，写概述、依据、主体、方案、周期和年度目标。金额从收支明细来，这里不写。"),
        _("在几分钟里没有写完也不要紧：没有保存的内容留在这台电脑上24小时，再打开时可以填回来。"), _("一个项目的表单"),
    ),
    GuideStep(
        "indicator", _("定绩效指标"), _("到“绩效目标”逐个增加：选项目和指标类别，写三级指标，指标值分成符号、数、单位；说不成数的选“定性”，写要求。"),
        _("每个项目至少有数量、质量、时效和满意度指标。“保存，再加一条”会接着同一个项目。"), _("一个指标的表单：类别、符号、数、单位"),
    ),
    GuideStep(
        "checks", _("看检查，照着改"), _("“检查”列出所有错误和预警：在哪里、两个数各是多少、怎么改、依据什么。点“去…改”就到那一节。"),
        _("错误要改正才能上报；预警改正，或者写明原因，至少十个字。上年说明过的同一条预警，会把上年的说明带来。"), _("检查页：每一条的地方、怎么改和依据"),
    ),
    GuideStep(
        "reasons", _("写增减原因"), _("要说明的增减都在“增减原因”一页里，本年、上年和增减多少写在旁边。停一会儿就自动保存，页面下面写着几点几分。"),
        _("写是什么事、多少，不写“因工作需要”。增加写增加的原因，减少写减少的原因。"), _("增减原因：每一处的两个数和原因"),
    ),
    GuideStep(
        "preview", _("预览"), _("“预览”里的网页和PDF和公开后的一样，只是印着“草稿”；和上年相比改了什么、上次预览以后改了什么也列在这里。"),
        _("改了内容以后再看一次预览。"), _("预览页：看网页、看PDF、与上年相比"),
    ),
    GuideStep(
        "submit", _("上报"), _("没有错误以后点“上报”。上报后由主管部门和财政部门审核，有意见会退回来，工作台和消息里看得到。"),
        _("上报以后发现要改，审核之前可以“收回”。"), _("上报页"),
    ),
)  # fmt: skip
