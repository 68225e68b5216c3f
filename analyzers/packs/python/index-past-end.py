def f(items, table):
    # ruleid: index-past-end
    last = items[len(items)]
    # ok: index-past-end
    end = items[-1]
    # ok: index-past-end
    table[len(table)] = end
    # ok: index-past-end
    tail = items[len(items) :]
    return last, end, tail
