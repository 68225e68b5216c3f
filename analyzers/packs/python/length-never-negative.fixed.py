def f(items):
    # ruleid: length-never-negative
    if len(items) > 0:
        return 1
    # ruleid: length-never-negative
    if len(items) < 0:
        return 2
    # ok: length-never-negative
    return len(items) > 0
