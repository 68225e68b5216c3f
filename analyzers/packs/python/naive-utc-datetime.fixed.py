from datetime import datetime, timezone


def f():
    # ruleid: naive-utc-datetime
    first = datetime.now(timezone.utc).timestamp()
    # ok: naive-utc-datetime
    second = datetime.now(timezone.utc).timestamp()
    # ok: naive-utc-datetime
    third = datetime.now().timestamp()
    return first, second, third
