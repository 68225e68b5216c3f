def f(items, table):
    # ruleid: index-of-length
    last = items[-1]
    # ok: index-of-length
    end = items[-1]
    # ok: index-of-length
    table[len(table)] = end
    # ok: index-of-length
    tail = items[len(items) :]
    return last, end, tail
