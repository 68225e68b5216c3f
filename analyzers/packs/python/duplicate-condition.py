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


def apart(kind):
    # ruleid: duplicate-condition
    if kind == "a":
        return 1
    elif kind == "b":
        return 2
    elif kind == "a":
        return 3
    # ok: duplicate-condition
    if kind == "a":
        return 1
    elif kind == "b":
        return 2
    elif kind == "c":
        return 3
