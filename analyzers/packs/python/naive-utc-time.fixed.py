from datetime import datetime, timezone


def f():
    # ruleid: naive-utc-time
    first = datetime.now(timezone.utc).timestamp()
    # ok: naive-utc-time
    second = datetime.now(timezone.utc).timestamp()
    # ok: naive-utc-time
    third = datetime.now().timestamp()
    return first, second, third
