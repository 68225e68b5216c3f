def f(kind, run):
    # ruleid: condition-repeated
    if kind == "a":
        run(1)
    elif kind == "a":
        run(2)
    # ok: condition-repeated
    if kind == "a":
        run(1)
    elif kind == "b":
        run(2)
