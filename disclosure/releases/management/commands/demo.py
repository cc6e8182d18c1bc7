"""manage.py demo: the classification, the example agencies, their filings and their way to publication. Run again, it changes nothing."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand

from agencies.people.demo import PASSWORD, demo_people
from disclosure.filings.models import Filing
from disclosure.filings.package import facts_of, read_package
from disclosure.filings.saving import save_facts
from disclosure.filings.states import OPEN
from disclosure.releases.chain import feed
from disclosure.releases.demo import carry_through
from disclosure.releases.models import Release
from disclosure.releases.sealing import seal

EXAMPLES = ("shangrao-2022-final.json", "shangrao-2024-unit.json", "donghu-2024.json")


class Command(BaseCommand):
    """Prepares the demo."""

    help = "载入科目和示例单位，示例文件经填报、审核、核准后公开；可重复运行。"

    def handle(self, **options: Any) -> None:
        call_command("migrate", verbosity=0)
        call_command("roles", stdout=self.stdout)
        call_command("index_releases", stdout=self.stdout)
        call_command("load_regions", stdout=self.stdout)
        call_command("load_codes", verbosity=0, stdout=self.stdout)
        filings = [enter(settings.BASE_DIR / "samples" / name) for name in EXAMPLES]
        for filing in filings:
            release = carry_through(filing, people_of(filing))
            path = keep_pdf(release)
            self.stdout.write(f"{release}：{path.relative_to(settings.BASE_DIR)}")
            self.stdout.write(f"    {settings.PUBLIC_ADDRESS}{release.get_absolute_url()}")
        seal()
        names = "、".join(person.username for person in people_of(filings[0]).values())
        self.stdout.write(
            f"办公登录：{settings.PUBLIC_ADDRESS}/office/，密码都是 {PASSWORD}，财政部门的岗位第一次登录要启用动态口令。\n    {names}"
        )


def enter(package: Path) -> Filing:
    """The filing of a package; what is on its way or published stays as it is."""
    entered = facts_of(read_package(package.read_bytes()))
    there = Filing.objects.filter(
        agency_year__region=entered.agency.region, agency_year__code=entered.agency.code, year=entered.year, kind=entered.kind
    ).first()
    if there is not None and there.state not in OPEN:
        return there
    filing = save_facts(entered=entered)
    feed(filing=filing, by="示例填报人")
    return filing


def people_of(filing: Filing) -> dict[str, Any]:
    """The people of the demo in the filing's bureau, by role."""
    entry = filing.agency_year
    return demo_people(entry.region_id, entry.code[:3])


def keep_pdf(release: Release) -> Path:
    """The released PDF as a file under var/demo, to open by hand."""
    path: Path = settings.VAR_DIR / "demo" / f"{release.agency_code}-{release.year}-{release.kind}.pdf"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(release.files.get(name="disclosure.pdf").body)
    return path
