"""How properties are tested: the same examples every time in `make test`, many random ones in `make deep`; never against the clock.

And the folder of collected files, of whose absence WhiteNoise would warn.
"""

import os
from pathlib import Path

from hypothesis import settings

(Path(__file__).parent / "var" / "static").mkdir(parents=True, exist_ok=True)

settings.register_profile("test", deadline=None, derandomize=True)
settings.register_profile("deep", deadline=None, max_examples=1000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "test"))
