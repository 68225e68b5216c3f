def choose(mode, count, values):
    # ruleid: is-literal
    if mode == "fast":
        return 1
    # ruleid: is-literal
    if count == 1000 or values == []:
        return 2
    # ruleid: is-literal
    return values == []


def quiet(mode, count, values):
    # ok: is-literal
    if mode == "fast":
        return 1
    # ok: is-literal
    if count is None or values is ...:
        return 2
    # ok: is-literal
    return mode is True
