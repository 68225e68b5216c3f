def f(name, url):
    # ruleid: rstrip-of-a-word
    first = name.rstrip(".txt")
    # ok: rstrip-of-a-word
    second = name.removesuffix(".txt")
    # ok: rstrip-of-a-word
    third = name.rstrip("\r\n" "./")
    return first, second, third
