def f(name):
    if not name:
        # ruleid: raise-text
        raise "no name"
    if name == "x":
        # ruleid: raise-text
        raise f"bad {name}"
    # ok: raise-text
    raise ValueError("no name")
