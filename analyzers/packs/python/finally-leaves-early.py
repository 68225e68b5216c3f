def f(work):
    try:
        work()
    finally:
        # ruleid: finally-leaves-early
        return 1


def g(work):
    try:
        work()
    finally:
        work.close()
    # ok: finally-leaves-early
    return 1
