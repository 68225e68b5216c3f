def f(name):
    if not name:
        # ruleid: raise-text
        raise RuntimeError("no name")
    if name == "x":
        # ruleid: raise-text
        raise RuntimeError(f"bad {name}")
    # ok: raise-text
    raise ValueError("no name")
