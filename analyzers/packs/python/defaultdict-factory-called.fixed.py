from collections import defaultdict


def f():
    # ruleid: defaultdict-factory-called
    first = defaultdict([])
    # ruleid: defaultdict-factory-called
    second = defaultdict(list)
    # ok: defaultdict-factory-called
    third = defaultdict(list)
    # ok: defaultdict-factory-called
    fourth = defaultdict(lambda: 0)
    return first, second, third, fourth
