"""A default parameter value that is computed once, at definition, although each call needs a new one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from reread.analyzers.findings import Severity
from reread.analyzers.pattern.matching.match_context import MatchContext
from reread.analyzers.pattern.matching.names import dotted
from reread.analyzers.pattern.prefilter.requirement import any_of
from reread.analyzers.rules.definition import Definition, Example, Found
from reread.analyzers.syntax import Node

_NEW_EACH_TIME = frozenset(
    {
        *(("datetime", "datetime", name) for name in ("now", "utcnow", "today")),
        *(("time", name) for name in ("time", "time_ns", "monotonic", "perf_counter", "localtime", "gmtime")),
        *(("random", name) for name in ("random", "randint", "randrange", "choice", "uniform", "getrandbits")),
        *(("secrets", name) for name in ("token_bytes", "token_hex", "token_urlsafe", "randbelow")),
        *(("uuid", "uuid1"), ("uuid", "uuid4"), ("datetime", "date", "today"), ("os", "getcwd"), ("os", "urandom")),
        *(("django", "utils", "timezone", "now"), ("pathlib", "Path", "cwd")),
    }
)

RULE = Definition(
    id="function-call-in-default",
    message=(
        "Default is computed once, when the function is defined, and stays the same for every call."
        " Use `None`, and compute it in the function."
    ),
    severity=Severity.ERROR,
    category="correctness",
    confidence="HIGH",
    kinds={"python": frozenset({"default_parameter", "typed_default_parameter"})},
    words=any_of(sorted({path[-1] for path in _NEW_EACH_TIME})),
    references=("https://docs.python.org/3/tutorial/controlflow.html#default-argument-values",),
    explanation="""\
Defaults are evaluated when `def` runs, not when the function is called. A server that has been up for a week then uses
its start time as every timestamp, and every call gets the same "random" value.

Bad:

```python
def log(message, at=datetime.now()): ...
```

Good:

```python
def log(message, at=None):
    at = at or datetime.now()
```

To fix it, make `None` the default and compute the value in the function. If all calls are meant to share one value,
give it a name outside of the function.
""",
    invalid=(
        Example("python", "from datetime import datetime\n\ndef log(message, at=datetime.now()): ...\n"),
        Example("python", "import uuid\n\nasync def start(*, identifier: str = uuid.uuid4()): ...\n"),
        Example("python", "import time as t\n\nclass Clock:\n    def since(self, begin=t.time()): ...\n"),
        Example("python", "from django.utils import timezone\n\nf = lambda at=timezone.now(): at\n"),
    ),
    valid=(
        Example("python", "import time\n\ndef later(at=None, clock=time.time):\n    return at or clock()\n"),
        Example("python", "from datetime import datetime\n\ndef fixed(at=datetime(2024, 1, 1)): ...\n"),
        Example("python", "def now(at=clock.now()): ...\n"),
        Example("python", "import time\n\ndef f(at=None):\n    at = g(at=time.time())\n"),
    ),
)


def at(node: Node, context: MatchContext, options: Mapping[str, int]) -> Iterator[Found]:
    value = node.child_by_field_name("value")
    if value is None or value.type != "call":
        return
    callee = value.child_by_field_name("function")
    path = None if callee is None else dotted(callee, context.data, context.language)
    imported = None if path is None else context.imports.paths.get(path[0])
    if path is not None and imported is not None and (*imported, *path[1:]) in _NEW_EACH_TIME:
        yield Found(value.start_byte, value.end_byte)
