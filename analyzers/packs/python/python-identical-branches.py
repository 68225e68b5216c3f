def f(fast, run, a, b):
    # ruleid: python-identical-branches
    if fast:
        run(a)
    else:
        run(a)
    # ok: python-identical-branches
    if fast:
        run(a)
    else:
        run(b)
