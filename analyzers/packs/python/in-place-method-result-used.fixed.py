import random


def f(names):
    # ruleid: in-place-method-result-used
    names.sort()
    # ruleid: in-place-method-result-used
    for name in names.reverse():
        print(name)
    # ruleid: in-place-method-result-used
    mixed = random.shuffle(names)
    # ok: in-place-method-result-used
    names.sort()
    # ok: in-place-method-result-used
    names = sorted(names)
    return names, mixed


def add(other):
    names = []
    # ruleid: in-place-method-result-used
    names = names.append(other)
    # ok: in-place-method-result-used
    other = names.append(other)
    return names
