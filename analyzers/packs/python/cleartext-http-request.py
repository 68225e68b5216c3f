import urllib.request

import requests


def fetch(name):
    # ruleid: cleartext-http-request
    requests.get("http://example.com/users")
    # ruleid: cleartext-http-request
    urllib.request.urlopen("http://example.com/")
    # ok: cleartext-http-request
    requests.get("https://example.com/users")
    # ok: cleartext-http-request
    requests.get("http://localhost:8000/health")
    # ok: cleartext-http-request
    requests.get("http://127.0.0.1/health")
    # ok: cleartext-http-request
    requests.get("http://169.254.169.254/latest/meta-data/")
