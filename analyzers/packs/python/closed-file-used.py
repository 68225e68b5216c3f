def f(path, other):
    with open(path) as file:
        # ok: closed-file-used
        header = file.readline()
    # ruleid: closed-file-used
    rest = file.read()
    with path.open("w") as out:
        # ok: closed-file-used
        out.write(header)
    if rest:
        # ruleid: closed-file-used
        out.write(rest)


def again(path, other):
    with open(path) as file:
        header = file.readline()
    with open(other) as file:
        # ok: closed-file-used
        return header + file.read()


def reopened(path):
    with open(path) as file:
        header = file.readline()
    file = open(path)
    # ok: closed-file-used
    return header + file.read()


def inner(path):
    with open(path) as file:
        header = file.readline()

    def read(file):
        # ok: closed-file-used
        return file.read()

    return header, read
