def total(values, table):
    # ruleid: loop-variable-overrides-iterable
    for values in values:
        print(values)
    # ruleid: loop-variable-overrides-iterable
    for key, table in table.items():
        print(key, table)
    # ok: loop-variable-overrides-iterable
    for value in values:
        print(value)
    # ok: loop-variable-overrides-iterable
    return [values for values in values]
