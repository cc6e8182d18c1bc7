"""manage.py demo: the classification, the example agencies, their filings and releases; says where the files are. Run again, it changes nothing."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.utils import timezone

from agencies.people.demo import PASSWORD, demo_people
from disclosure.filings.models import Filing
from disclosure.filings.package import facts_of, read_package
from disclosure.filings.reading import read_facts
from disclosure.filings.saving import save_facts
from disclosure.releases.around import around
from disclosure.releases.assemble import assemble
from disclosure.releases.chain import feed
from disclosure.releases.models import Release
from disclosure.releases.opening import open_template
from disclosure.releases.releasing import content_hash, release_filing

EXAMPLES = ("shangrao-2022-final.json", "shangrao-2024-unit.json", "donghu-2024.json")


class Command(BaseCommand):
    """Prepares the demo."""

    help = "载入科目和示例单位、填报并公开示例文件；可重复运行。"

    def handle(self, **options: Any) -> None:
        call_command("migrate", verbosity=0)
        call_command("roles", stdout=self.stdout)
        call_command("load_regions", stdout=self.stdout)
        call_command("load_codes", verbosity=0, stdout=self.stdout)
        for name in EXAMPLES:
            release = publish(settings.BASE_DIR / "samples" / name)
            path = keep_pdf(release)
            self.stdout.write(f"{release}：{path.relative_to(settings.BASE_DIR)}")
            self.stdout.write(f"    {settings.PUBLIC_ADDRESS}{release.get_absolute_url()}")
        names = "、".join(person.username for person in demo_people())
        self.stdout.write(
            f"办公登录：{settings.PUBLIC_ADDRESS}/office/，密码都是 {PASSWORD}，财政部门的岗位第一次登录要启用动态口令。\n    {names}"
        )


def publish(package: Path) -> Release:
    """The release of a package; a new version only when its content changed."""
    filing = save_facts(entered=facts_of(read_package(package.read_bytes())))
    feed(filing=filing, by="示例填报人")
    return released_already(filing) or release_filing(
        filing=filing, by="示例发布人", publish_at=timezone.now(), site=settings.PUBLIC_ADDRESS
    )


def released_already(filing: Filing) -> Release | None:
    """The last release of the filing, if it says the same."""
    facts = read_facts(filing.pk)
    last = Release.objects.filter(filing=filing).order_by("version").last()
    same = last and last.content_sha256 == content_hash(assemble(facts, open_template(facts), around=around(filing, facts)))
    return last if same else None


def keep_pdf(release: Release) -> Path:
    """The released PDF as a file under var/demo, to open by hand."""
    path: Path = settings.VAR_DIR / "demo" / f"{release.agency_code}-{release.year}-{release.kind}.pdf"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(release.files.get(name="disclosure.pdf").body)
    return path
