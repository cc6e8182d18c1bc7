"""manage.py roles: the logins and their grants, from roles.sql, as often as one likes; after every migrate."""

from typing import Any

from django.core.management.base import BaseCommand

from disclosure.storage.granting import apply_roles


class Command(BaseCommand):
    """Applies roles.sql as the owner."""

    help = "建立数据库登录并授权（roles.sql）；每次 migrate 之后运行，可重复运行。"

    def handle(self, *args: Any, **options: Any) -> None:
        apply_roles()
        self.stdout.write("数据库登录和授权已按roles.sql设置。")
