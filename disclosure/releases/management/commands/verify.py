"""manage.py verify: everything that was released is what it was; what is not is named. Exit code 1 where something differs."""

import sys
from typing import Any

from django.core.management.base import BaseCommand

from disclosure.releases.models import Release, Seal
from disclosure.releases.verifying import verify


class Command(BaseCommand):
    help = "核对所有公开过的版本：文件、内容、封存的链；不符的逐一指出（退出码1）。"

    def handle(self, **options: Any) -> None:
        found = list(verify())
        for mismatch in found:
            self.stderr.write(str(mismatch))
        if found:
            self.stderr.write(f"{len(found)}处不符。")
            sys.exit(1)
        last = Seal.objects.order_by("-number").first()
        head = f"链到第{last.number}环，{last.hash}" if last else "链还没有开始"
        self.stdout.write(f"{Release.objects.count()}个版本全部相符；{head}。")
