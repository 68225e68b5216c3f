def f(work):
    try:
        work()
    finally:
        # ruleid: jump-in-finally
        return 1


def g(work):
    try:
        work()
    finally:
        work.close()
    # ok: jump-in-finally
    return 1
