def f(name, url):
    # ruleid: strip-with-word-rstrip
    first = name.removesuffix(".txt")
    # ok: strip-with-word-rstrip
    second = name.removesuffix(".txt")
    # ok: strip-with-word-rstrip
    third = name.rstrip("\r\n" "./")
    return first, second, third
