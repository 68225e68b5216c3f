def f(work):
    # ruleid: except-with-or
    try:
        work()
    except (ValueError, KeyError):
        pass
    # ok: except-with-or
    try:
        work()
    except (ValueError, KeyError):
        pass
