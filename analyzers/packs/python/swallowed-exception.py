def f(g):
    try:
        g()
    # ruleid: swallowed-exception
    except Exception:
        pass
    try:
        g()
    # ok: swallowed-exception
    except Exception:  # the cache is only a help
        pass
    try:
        g()
    # ok: swallowed-exception
    except OSError:
        pass
    try:
        g()
    # ok: swallowed-exception
    except Exception:
        return None
