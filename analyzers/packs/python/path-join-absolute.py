import os


def f(base):
    # ruleid: path-join-absolute
    first = os.path.join(base, "/static")
    # ok: path-join-absolute
    second = os.path.join(base, "static")
    # ok: path-join-absolute
    third = os.path.join("/srv", base)
    return first, second, third
