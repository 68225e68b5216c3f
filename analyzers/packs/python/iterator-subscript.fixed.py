def f(parts, rows, itertools):
    # ruleid: iterator-subscript
    first = list(map(int, parts))[0]
    # ruleid: iterator-subscript
    columns = list(zip(*rows))[1]
    # ruleid: iterator-subscript
    count = len(list(filter(None, parts)))
    # ok: iterator-subscript
    first = list(map(int, parts))[0]
    # ok: iterator-subscript
    count = len(list(filter(None, parts)))
    # ok: iterator-subscript
    first = rows.filter(None)[0]
    # ok: iterator-subscript
    last = sorted(parts)[0]
    # ok: iterator-subscript
    names = {1: 2}[len(parts)]
    return first, columns, count, last, names
