def f(a, rest):
    # ruleid: unpacked-count
    b, c = 1, 2, 3
    # ruleid: unpacked-count
    b, c, d = a, 2
    # ok: unpacked-count
    b, c = 1, 2
    # ok: unpacked-count
    b, *c = 1, 2, 3
    # ok: unpacked-count
    b, c, d = 1, *rest
    # ok: unpacked-count
    b, c = a
    return b, c, d
