import random


def f(names):
    # ruleid: sort-result-used
    names.sort()
    # ruleid: sort-result-used
    for name in names.reverse():
        print(name)
    # ruleid: sort-result-used
    mixed = random.shuffle(names)
    # ok: sort-result-used
    names.sort()
    # ok: sort-result-used
    names = sorted(names)
    return names, mixed


def add(other):
    names = []
    # ruleid: sort-result-used
    names = names.append(other)
    # ok: sort-result-used
    other = names.append(other)
    return names
