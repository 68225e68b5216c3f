def f(log, result, items):
    for item in items:
        if item:
            # ruleid: unreachable-code
            continue
            log(item)
    # ruleid: unreachable-code
    return result
    log(result)


def g(log, result):
    log(result)
    # ok: unreachable-code
    return result


def empty():
    # ok: unreachable-code
    return
    yield
