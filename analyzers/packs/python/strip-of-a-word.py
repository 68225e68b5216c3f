def f(name, url):
    # ruleid: strip-of-a-word
    first = name.rstrip(".txt")
    # ruleid: strip-of-a-word
    second = url.lstrip("https://")
    # ok: strip-of-a-word
    third = name.removesuffix(".txt")
    # ok: strip-of-a-word
    fourth = name.rstrip("\r\n")
    # ok: strip-of-a-word
    fifth = name.lstrip("./")
    return first, second, third, fourth, fifth
