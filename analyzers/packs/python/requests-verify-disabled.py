import httpx
import requests
from requests import post


def fetch(url):
    # ruleid: requests-verify-disabled
    requests.get(url, timeout=5, verify=False)
    # ruleid: requests-verify-disabled
    post(url, json={}, verify=False)
    # ruleid: requests-verify-disabled
    httpx.Client(verify=False)
    session = requests.Session()
    # ruleid: requests-verify-disabled
    session.verify = False
    # ruleid: requests-verify-disabled
    return session.get(url, verify=False)


def quiet(url, signature, payload):
    # ok: requests-verify-disabled
    requests.get(url, timeout=5)
    # ok: requests-verify-disabled
    requests.get(url, verify="/etc/ssl/company-ca.pem")
    # ok: requests-verify-disabled
    httpx.Client(verify=True)
    # ok: requests-verify-disabled
    return signature.check(payload, verify=False)
