def f(name, error):
    if name == 1:
        # ruleid: missing-f-prefix
        raise ValueError("no user {name}")
    if name == 2:
        # ruleid: missing-f-prefix
        raise ValueError("no user {name.first!r} here") from error
    if name == 3:
        # ok: missing-f-prefix
        raise ValueError(f"no user {name}")
    if name == 4:
        # ok: missing-f-prefix
        raise ValueError("no user {name}".format(name=name))
    # ok: missing-f-prefix
    raise ValueError("expected {} or {{a}}")
