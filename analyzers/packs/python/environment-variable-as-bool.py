import os


def f():
    # ruleid: environment-variable-as-bool
    first = bool(os.getenv("DEBUG", "0"))
    # ruleid: environment-variable-as-bool
    second = bool(os.environ["DEBUG"])
    # ok: environment-variable-as-bool
    third = os.getenv("DEBUG", "0") == "1"
    # ok: environment-variable-as-bool
    fourth = bool(os.environ.get("DEBUG"))
    return first, second, third, fourth
