def f(user):
    # ruleid: inverted-null-check
    if user is None and user.active:
        return 1
    # ruleid: inverted-null-check
    if user is not None or not user.is_active():
        return 2
    # ok: inverted-null-check
    if user is not None and user.active:
        return 3
    # ok: inverted-null-check
    return user is None or user.active
