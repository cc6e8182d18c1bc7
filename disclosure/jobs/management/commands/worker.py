"""manage.py worker: does the jobs of the office, one at a time, and the upkeep beside them; as many processes as the machine has cores for."""

import asyncio
import contextlib
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from procrastinate import App
from procrastinate.contrib.django import app


class Command(BaseCommand):
    help = "后台进程：办理排队的任务（公开、自查），封存公开的版本，接手中断的任务。可以开几个。"

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--once", action="store_true", help="办完排着的任务就结束")

    def handle(self, *, once: bool, **options: Any) -> None:
        self.stdout.write("后台进程开始。")
        with app.replace_connector(app.connector.get_worker_connector()) as working:  # type: ignore[attr-defined]
            asyncio.run(run(working, wait=not once))


async def run(working: App, *, wait: bool) -> None:
    """Jobs of people one after another; upkeep never waits for them, and ends with them."""
    async with working.open_async():
        upkeep = asyncio.create_task(working.run_worker_async(queues=["upkeep"], concurrency=2, wait=True, install_signal_handlers=False))
        await working.run_worker_async(queues=["office"], concurrency=1, wait=wait)
        upkeep.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await upkeep
