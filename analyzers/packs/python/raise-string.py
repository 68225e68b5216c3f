def f(name):
    if not name:
        # ruleid: raise-string
        raise "no name"
    if name == "x":
        # ruleid: raise-string
        raise f"bad {name}"
    # ok: raise-string
    raise ValueError("no name")
