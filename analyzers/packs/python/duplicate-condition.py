def f(kind, run):
    # ruleid: duplicate-condition
    if kind == "a":
        run(1)
    elif kind == "a":
        run(2)
    # ok: duplicate-condition
    if kind == "a":
        run(1)
    elif kind == "b":
        run(2)
