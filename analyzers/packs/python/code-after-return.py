def f(log, result, items):
    for item in items:
        if item:
            # ruleid: code-after-return
            continue
            log(item)
    # ruleid: code-after-return
    return result
    log(result)


def g(log, result):
    log(result)
    # ok: code-after-return
    return result


def empty():
    # ok: code-after-return
    return
    yield
