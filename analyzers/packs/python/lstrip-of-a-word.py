def f(name, url):
    # ruleid: lstrip-of-a-word
    first = name.lstrip("https://")
    # ok: lstrip-of-a-word
    second = name.removeprefix("https://")
    # ok: lstrip-of-a-word
    third = name.lstrip("\r\n" "./")
    return first, second, third
