"""The document as its own file: plain JSON in the document's own order. It knows nothing of what is inside."""

import json
from collections.abc import Mapping, Sequence


def render_json(content: Mapping[str, object] | Sequence[object]) -> bytes:
    """The same content gives the same bytes: no sorting, no clock, Chinese as it is."""
    return (json.dumps(content, ensure_ascii=False, indent=1, allow_nan=False) + "\n").encode()
