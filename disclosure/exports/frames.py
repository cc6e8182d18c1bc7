"""What passes between pdf.py and its child: a length before every request, a status and a length before every answer."""

import struct

LENGTH = struct.Struct(">Q")
HEAD = struct.Struct(">BQ")
DONE, FAILED, READY = 0, 1, 2
