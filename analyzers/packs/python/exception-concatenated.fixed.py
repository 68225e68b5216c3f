def f(path):
    try:
        return load(path)
    except OSError as error:
        # ruleid: exception-concatenated
        print("cannot read: " + str(error))
        # ok: exception-concatenated
        print("cannot read: " + str(error))
        # ok: exception-concatenated
        print("cannot read: " + error.strerror)


def g(path):
    try:
        return load(path)
    except OSError as error:
        # ruleid: exception-concatenated
        raise Failure("cannot read: " + str(error)) from error


def h(path):
    try:
        return load(path)
    except OSError as error:
        error = str(error)
        # ok: exception-concatenated
        print("cannot read: " + error)
    except ValueError as error:
        # ok: exception-concatenated
        print([("cannot read: " + error) for error in error.args])
    except KeyError as error:
        for error in error.args:
            # ok: exception-concatenated
            print("cannot read: " + error)
