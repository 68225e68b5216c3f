"""What code means in Kotlin, as far as it is known."""

from __future__ import annotations

from reread.analyzers.dataflow.domain.language import Semantics
from reread.analyzers.dataflow.domain.state import NO_HOOKS
from reread.analyzers.dataflow.sanitizers.encodings import is_encoding

SEMANTICS = Semantics(folds_receiver=True, is_encoding=is_encoding)
HOOKS = NO_HOOKS
