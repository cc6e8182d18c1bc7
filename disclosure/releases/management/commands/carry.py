"""manage.py carry REGION AGENCY YEAR KIND [--take]: the released documents that a filing carries on from. Knows no tables."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from disclosure.core.words import Kind
from disclosure.filings.models import Filing
from disclosure.filings.reading import read_facts
from disclosure.releases.chain import ROLES, befores, notices, take_figures


class Command(BaseCommand):
    """Tells where a filing's figures of other documents come from, and takes them anew."""

    help = "说明一份填报的上年数、年初预算数取自哪份公开文件，是否已更正；--take 改用现行公开文件的数。"

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("region", help="行政区划代码")
        parser.add_argument("agency", help="部门或单位编码")
        parser.add_argument("year", type=int, help="年度")
        parser.add_argument("kind", choices=[str(kind) for kind in Kind], help="budget 预算 | final 决算")
        parser.add_argument("--take", action="store_true", help="取数：改用现行公开文件的数")
        parser.add_argument("--by", default="命令行", help="取数人")

    def handle(self, *, region: str, agency: str, year: int, kind: str, take: bool, by: str, **options: Any) -> None:
        filing = Filing.objects.filter(agency_year__region=region, agency_year__code=agency, year=year, kind=kind).first()
        if filing is None:
            raise CommandError(f"没有{region}/{agency} {year}年{Kind(kind).label}的填报")
        for role, before in befores(read_facts(filing.pk)).items():
            self.stdout.write(f"{ROLES[role]}：{before.title}")
        for notice in notices(filing):
            self.stdout.write(str(notice))
        if take:
            taken = "、".join(str(release) for release in take_figures(filing=filing, by=by))
            self.stdout.write(f"已取数：{taken}" if taken else "没有可以取数的公开文件，填报没有改动")
