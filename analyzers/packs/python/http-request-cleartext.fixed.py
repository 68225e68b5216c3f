import urllib.request

import requests


def fetch(name):
    # ruleid: http-request-cleartext
    requests.get("https://example.com/users")
    # ruleid: http-request-cleartext
    urllib.request.urlopen("https://example.com/")
    # ok: http-request-cleartext
    requests.get("https://example.com/users")
    # ok: http-request-cleartext
    requests.get("http://localhost:8000/health")
    # ok: http-request-cleartext
    requests.get("http://127.0.0.1/health")
    # ok: http-request-cleartext
    requests.get("http://169.254.169.254/latest/meta-data/")
