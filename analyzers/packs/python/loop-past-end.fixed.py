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
    # ok: loop-past-end
    for i in range(len(items) + 1):
        print(items[i] if i < len(items) else "the end")
    # ok: loop-past-end
    for i in range(len(items) + 1):
        if i == len(items):
            break
        print(items[i])
