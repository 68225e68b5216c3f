import contextvars
from contextvars import ContextVar

# ruleid: mutable-context-default
tags = ContextVar("tags", default={})
# ruleid: mutable-context-default
names: ContextVar[list] = contextvars.ContextVar("names", default=[])
# ruleid: mutable-context-default
seen = ContextVar("seen", default=set())
# ok: mutable-context-default
user = ContextVar("user", default=None)
# ok: mutable-context-default
path = ContextVar("path", default=())
# ok: mutable-context-default
allowed = ContextVar("allowed", default=frozenset({1}))
# ok: mutable-context-default
plain = ContextVar("plain")
