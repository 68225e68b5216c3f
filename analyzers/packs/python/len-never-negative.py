def f(items):
    # ruleid: len-never-negative
    if len(items) >= 0:
        return 1
    # ruleid: len-never-negative
    if len(items) < 0:
        return 2
    # ok: len-never-negative
    return len(items) > 0
