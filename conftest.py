"""What every test stands on: the embedded server's socket folder, whatever the machine."""

import os
from pathlib import Path

RUNTIME = Path("/tmp") / f"disclosure-runtime-{os.getuid()}"  # noqa: S108  sockets need a short path
RUNTIME.mkdir(mode=0o700, exist_ok=True)
os.environ.setdefault("XDG_RUNTIME_DIR", str(RUNTIME))
