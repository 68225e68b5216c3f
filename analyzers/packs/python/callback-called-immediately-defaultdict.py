from collections import defaultdict


def f():
    # ruleid: callback-called-immediately-defaultdict
    first = defaultdict([])
    # ruleid: callback-called-immediately-defaultdict
    second = defaultdict(list())
    # ok: callback-called-immediately-defaultdict
    third = defaultdict(list)
    # ok: callback-called-immediately-defaultdict
    fourth = defaultdict(lambda: 0)
    return first, second, third, fourth
