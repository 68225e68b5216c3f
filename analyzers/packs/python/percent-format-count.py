def f(name, value):
    # ruleid: percent-format-count
    first = "%s: %s" % (name,)
    # ruleid: percent-format-count
    second = "%s" % (name, value)
    # ok: percent-format-count
    third = "%s: %s" % (name, value)
    # ok: percent-format-count
    fourth = "%(a)s" % {"a": name}
    # ok: percent-format-count
    fifth = "100%% of %s, %5.2f" % (name, value)
    return first, second, third, fourth, fifth
