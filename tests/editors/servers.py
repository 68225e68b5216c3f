"""How the editors start the server under test."""

from __future__ import annotations

import os
import sys

PYTHON = os.environ.get("REREAD_TEST_PYTHON", sys.executable)
COMMAND = [PYTHON, "-m", "reread.server", "server"]
