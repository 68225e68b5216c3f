def total(values, table):
    # ruleid: loop-variable-replaces-iterated
    for values in values:
        print(values)
    # ruleid: loop-variable-replaces-iterated
    for key, table in table.items():
        print(key, table)
    # ok: loop-variable-replaces-iterated
    for value in values:
        print(value)
    # ok: loop-variable-replaces-iterated
    return [values for values in values]
