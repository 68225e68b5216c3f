import os


def f():
    # ruleid: environment-flag-as-bool
    first = bool(os.getenv("DEBUG", "0"))
    # ruleid: environment-flag-as-bool
    second = bool(os.environ["DEBUG"])
    # ok: environment-flag-as-bool
    third = os.getenv("DEBUG", "0") == "1"
    # ok: environment-flag-as-bool
    fourth = bool(os.environ.get("DEBUG"))
    return first, second, third, fourth
