def f(names, greet):
    callbacks = []
    table = {}
    for name in names:
        # ruleid: loop-variable-captured
        callbacks.append(lambda name=name: greet(name))
        # ruleid: loop-variable-captured
        table[name] = lambda name=name: greet(name)
        # ok: loop-variable-captured
        callbacks.append(lambda name=name: greet(name))
        # ok: loop-variable-captured
        callbacks.append(lambda: greet(names))
    return callbacks, table
