def scale(factor, name):
    # ruleid: assert-tuple
    assert factor > 0, "factor must be positive"
    # ruleid: assert-tuple
    assert name, f"no name: {name!r}"


def quiet(factor, name, pair):
    # ok: assert-tuple
    assert factor > 0, "factor must be positive"
    # ok: assert-tuple
    assert (factor > 0), "factor must be positive"
    # ok: assert-tuple
    assert (name in ("a", "b")), name
    # ok: assert-tuple
    assert pair == (1, 2)
