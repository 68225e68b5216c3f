def f(name, value):
    # ruleid: format-argument-count-percent
    first = "%s: %s" % (name,)
    # ruleid: format-argument-count-percent
    second = "%s" % (name, value)
    # ok: format-argument-count-percent
    third = "%s: %s" % (name, value)
    # ok: format-argument-count-percent
    fourth = "%(a)s" % {"a": name}
    # ok: format-argument-count-percent
    fifth = "100%% of %s, %5.2f" % (name, value)
    return first, second, third, fourth, fifth
