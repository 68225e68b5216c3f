def f(name):
    # ruleid: comparison-or-literal
    if name in ("a", "b"):
        return 1
    # ok: comparison-or-literal
    if name in ("a", "b"):
        return 2
    # ok: comparison-or-literal
    if name == "a" or name == "b":
        return 3
    return 4
