def choose(name, count):
    # ruleid: is-not-literal
    if name != "":
        return 1
    # ruleid: is-not-literal
    return count != -1


def quiet(name, count):
    # ok: is-not-literal
    if name != "":
        return 1
    # ok: is-not-literal
    return count is not None and not name
