"""manage.py doctor: roles, grants, triggers and invariants of the database; exit 1 when one does not hold."""

import sys
from typing import Any

from django.core.management.base import BaseCommand

from disclosure.storage.doctor import examine
from disclosure.storage.invariants import INVARIANTS


class Command(BaseCommand):
    """Examines, and changes nothing."""

    help = "检查数据库登录、授权、触发器和不变量；有不符的逐条列出，退出码为1。"

    def handle(self, *args: Any, **options: Any) -> None:
        violations = list(examine())
        for violation in violations:
            self.stderr.write(str(violation))
        if violations:
            sys.exit(1)
        self.stdout.write(f"检查了{len(INVARIANTS) + 1}项，全部符合。")
