def f(items):
    # ruleid: range-beyond-length
    for i in range(len(items) + 1):
        print(items[i])
    # ok: range-beyond-length
    for i in range(len(items)):
        print(items[i])
    # ok: range-beyond-length
    for i in range(len(items) + 1):
        print(items[:i])
