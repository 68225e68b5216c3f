def f(items):
    # ruleid: is-collection-literal
    if items == []:
        return 1
    # ok: is-collection-literal
    if items == []:
        return 2
    # ok: is-collection-literal
    return items is None
