import threading

LOCK = threading.Lock()


def f(work):
    # ruleid: useless-local-lock
    with threading.Lock():
        work()
    # ok: useless-local-lock
    with LOCK:
        work()
