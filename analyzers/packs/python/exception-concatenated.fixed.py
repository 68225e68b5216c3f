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
