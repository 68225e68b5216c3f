def f(name, url):
    # ruleid: strip-with-word-lstrip
    first = name.lstrip("https://")
    # ok: strip-with-word-lstrip
    second = name.removeprefix("https://")
    # ok: strip-with-word-lstrip
    third = name.lstrip("\r\n" "./")
    return first, second, third
