def f(n, keys):
    # ruleid: shared-mutable-element
    rows = [[] for _ in range(n)]
    # ruleid: shared-mutable-element
    grid = [[0] * n] * n
    # ok: shared-mutable-element
    fresh = [[0] * n for _ in range(n)]
    # ok: shared-mutable-element
    tuples = [(0,) * n] * n
    # ruleid: shared-mutable-element
    table = dict.fromkeys(keys, [])
    # ok: shared-mutable-element
    other = [[] for _ in range(n)]
    # ok: shared-mutable-element
    zeros = [0] * n
    # ok: shared-mutable-element
    seen = dict.fromkeys(keys, None)
    return rows, grid, fresh, tuples, table, other, zeros, seen
