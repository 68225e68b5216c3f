import os


def f():
    # ruleid: environment-variable-as-bool
    first = os.getenv("DEBUG", "0").lower() in ("1", "true", "yes", "on")
    # ruleid: environment-variable-as-bool
    second = os.environ["DEBUG"].lower() in ("1", "true", "yes", "on")
    # ok: environment-variable-as-bool
    third = os.getenv("DEBUG", "0") == "1"
    # ok: environment-variable-as-bool
    fourth = bool(os.environ.get("DEBUG"))
    return first, second, third, fourth
