import os


def f(base):
    # ruleid: join-absolute-part
    first = os.path.join(base, "static")
    # ok: join-absolute-part
    second = os.path.join(base, "static")
    # ok: join-absolute-part
    third = os.path.join("/srv", base)
    return first, second, third
