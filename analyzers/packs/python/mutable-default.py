from collections import defaultdict


# ruleid: mutable-default
def names(found=[]):
    return found


# ruleid: mutable-default
def counts(*, found: dict[str, int] = defaultdict(int)):
    return found


# ok: mutable-default
def fixed(names=(), table=None, size=len("a")):
    return names, table, size
