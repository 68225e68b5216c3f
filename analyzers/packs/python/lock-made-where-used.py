import threading

LOCK = threading.Lock()


def f(work):
    # ruleid: lock-made-where-used
    with threading.Lock():
        work()
    # ok: lock-made-where-used
    with LOCK:
        work()
