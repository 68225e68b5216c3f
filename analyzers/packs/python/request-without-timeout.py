import requests


def f(url, options):
    # ruleid: request-without-timeout
    requests.get(url)
    # ruleid: request-without-timeout
    requests.post(url, json={})
    # ok: request-without-timeout
    requests.get(url, timeout=10)
    # ok: request-without-timeout
    requests.get(url, **options)
