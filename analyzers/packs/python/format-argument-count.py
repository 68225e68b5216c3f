def show(name, value, rest, options):
    # ruleid: format-argument-count
    print("{}: {}".format(name))
    # ruleid: format-argument-count
    print("{}".format(name, value))
    # ruleid: format-argument-count
    print("name".format(name))
    # ruleid: format-argument-count
    print("{!r} {:>10} {}".format(name, value))
    # ruleid: format-argument-count
    print("{}".format())
    # ok: format-argument-count
    print("{}: {}".format(name, value))
    # ok: format-argument-count
    print("{} {{}} {!r:>10}".format(name, value))
    # ok: format-argument-count
    print("{0} {0} {1}".format(name, value))
    # ok: format-argument-count
    print("{:{}}".format(name, value))
    # ok: format-argument-count
    print("{} {}".format(*rest))
    # ok: format-argument-count
    print("{} {name}".format(value, **options))
    # ok: format-argument-count
    print("{} {name}".format(value, name=name))
    # ok: format-argument-count
    print("{name}".format(name=name))
    # ok: format-argument-count
    print("{0.name} {1[key]}".format(name, value))
    # ok: format-argument-count
    print("{} of " "{}".format(name, value))
    # ok: format-argument-count
    print("""
    Name: {}
    Value: {}
    """.format(name, value))
