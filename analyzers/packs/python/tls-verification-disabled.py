import ssl

import aiohttp
import httpx
import requests
import urllib3


def fetch(url):
    # ruleid: tls-verification-disabled
    requests.get(url, verify=False)
    # ruleid: tls-verification-disabled
    httpx.Client(verify=False, timeout=3)
    session = requests.Session()
    # ruleid: tls-verification-disabled
    session.verify = False
    # ruleid: tls-verification-disabled
    session.post(url, verify=False)
    # ruleid: tls-verification-disabled
    urllib3.PoolManager(cert_reqs="CERT_NONE")
    # ruleid: tls-verification-disabled
    urllib3.HTTPSConnectionPool("example.com", assert_hostname=False)
    # ruleid: tls-verification-disabled
    urllib3.PoolManager(cert_reqs=ssl.CERT_NONE)
    # ruleid: tls-verification-disabled
    aiohttp.TCPConnector(ssl=False)


async def fetch_async(url):
    async with aiohttp.ClientSession() as session:
        # ruleid: tls-verification-disabled
        await session.get(url, ssl=False)


def quiet(url, signature, payload, form):
    # ok: tls-verification-disabled
    requests.get(url, timeout=5)
    # ok: tls-verification-disabled
    requests.get(url, verify="/etc/ssl/company-ca.pem")
    # ok: tls-verification-disabled
    httpx.Client(verify=True)
    # ok: tls-verification-disabled
    signature.check(payload, verify=False)
    # ok: tls-verification-disabled
    urllib3.PoolManager(cert_reqs="CERT_REQUIRED")
    # ok: tls-verification-disabled
    form.verify = False


def as_chosen(url, verify_ssl, debug):
    session = requests.Session()
    if not verify_ssl:
        # ok: tls-verification-disabled
        session.verify = False
    if verify_ssl:
        response = requests.get(url)
    else:
        # ok: tls-verification-disabled
        response = requests.get(url, verify=False)
    if debug:
        # ruleid: tls-verification-disabled
        session.verify = False
    return session, response


def other_clients(client, configuration, url):
    # ruleid: tls-verification-disabled
    client.tls_insecure_set(True)
    # ok: tls-verification-disabled
    client.tls_insecure_set(False)
    # ruleid: tls-verification-disabled
    configuration.verify_ssl = False
    # ok: tls-verification-disabled
    configuration.verify_ssl = True
    # ruleid: tls-verification-disabled
    client.fetch(url, validate_cert=False)
    # ruleid: tls-verification-disabled
    websocket.create_connection(url, sslopt={"cert_reqs": ssl.CERT_NONE})
    # ok: tls-verification-disabled
    websocket.create_connection(url, sslopt={"cert_reqs": ssl.CERT_REQUIRED})
