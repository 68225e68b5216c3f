"""What code means in shell scripts."""

from __future__ import annotations

from reread.analyzers.dataflow.domain.language import Semantics
from reread.analyzers.dataflow.domain.state import Hooks

SEMANTICS = Semantics(library="bash")
HOOKS = Hooks()
