from urllib.request import urlopen


def load(url):
    # ruleid: ssrf-urlopen
    return urlopen(url).read()


def checked(url):
    if not url.startswith("https://"):
        raise ValueError(url)
    # ok: ssrf-urlopen
    return urlopen(url).read()


def fixed(name):
    # ok: ssrf-urlopen
    return urlopen("https://example.com/" + name).read()
