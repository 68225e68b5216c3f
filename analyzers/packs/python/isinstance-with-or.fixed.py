def f(x):
    # ruleid: isinstance-with-or
    if isinstance(x, (int, float)):
        return 1
    # ok: isinstance-with-or
    return isinstance(x, (int, float))
