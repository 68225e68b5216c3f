from urllib.request import urlopen


def load(url):
    # ruleid: urlopen-dynamic-address
    return urlopen(url).read()


def checked(url):
    if not url.startswith("https://"):
        raise ValueError(url)
    # ok: urlopen-dynamic-address
    return urlopen(url).read()


def fixed(name):
    # ok: urlopen-dynamic-address
    return urlopen("https://example.com/" + name).read()
