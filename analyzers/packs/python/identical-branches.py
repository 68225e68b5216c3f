def f(fast, run, a, b):
    # ruleid: identical-branches
    if fast:
        run(a)
    else:
        run(a)
    # ok: identical-branches
    if fast:
        run(a)
    else:
        run(b)
