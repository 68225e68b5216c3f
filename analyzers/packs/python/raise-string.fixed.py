def f(name):
    if not name:
        # ruleid: raise-string
        raise RuntimeError("no name")
    if name == "x":
        # ruleid: raise-string
        raise RuntimeError(f"bad {name}")
    # ok: raise-string
    raise ValueError("no name")
