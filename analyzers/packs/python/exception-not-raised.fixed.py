def f(name, show):
    if not name:
        # ruleid: exception-not-raised
        raise ValueError("no name")
    if not name:
        # ok: exception-not-raised
        raise ValueError("no name")
    if name:
        # ok: exception-not-raised
        show(ValueError("x"))
