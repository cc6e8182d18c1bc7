"""What the portal's benchmark does in a process of its own."""

import json
import os
import sys

import django


def write() -> None:
    """Print what writing the bulk files took."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "disclosure.settings")
    django.setup()
    from bench.portal import written

    sys.stdout.write(json.dumps(written()))
