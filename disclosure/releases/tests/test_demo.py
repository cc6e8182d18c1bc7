"""manage.py demo: the examples are published once; again, nothing changes."""

from django.core.management import call_command
from django.test import Client

from disclosure.releases.models import Release

ADDRESSES = ("/361100/307001/2024/budget/", "/360102/177/2024/budget/", "/361100/307/2022/final/")


def test_the_demo_publishes_the_examples_once(fresh: str, settings: object, client: Client) -> None:
    settings.VAR_DIR = settings.BASE_DIR / "var" / "test-demo"
    for _ in range(2):
        call_command("demo")
        assert [release.version for release in Release.objects.order_by("region")] == [1, 1, 1]
    pages = [client.get(address).content.decode() for address in ADDRESSES]
    assert "713.83" in pages[0] and "364.38" in pages[1] and "未作改动" in pages[1]
    assert "公开01表" in pages[2] and "年初预算未安排" in pages[2]
    assert (settings.VAR_DIR / "demo" / "307001-2024-budget.pdf").read_bytes().startswith(b"%PDF-")
