def f(items):
    # ruleid: loop-past-end
    for i in range(len(items)):
        print(items[i])
    # ok: loop-past-end
    for i in range(len(items)):
        print(items[i])
    # ok: loop-past-end
    for i in range(len(items) + 1):
        print(items[:i])
