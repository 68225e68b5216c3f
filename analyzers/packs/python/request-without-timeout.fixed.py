import requests


def f(url, options):
    # ruleid: request-without-timeout
    requests.get(url, timeout=10)
    # ruleid: request-without-timeout
    requests.post(url, json={}, timeout=10)
    # ok: request-without-timeout
    requests.get(url, timeout=10)
    # ok: request-without-timeout
    requests.get(url, **options)
