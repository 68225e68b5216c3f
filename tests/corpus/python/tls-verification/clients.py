import http.client
import smtplib
import ssl
import urllib.request

import aiohttp
import httpx
import paramiko
import requests
import urllib3
from ldap3 import Server, Tls
from OpenSSL import SSL
from paramiko.client import AutoAddPolicy, RejectPolicy, WarningPolicy
from requests import Session, get


def http_clients(url):
    # ruleid: tls-verification
    requests.get(url, verify=False)
    # ruleid: tls-verification
    requests.post(url, data={}, timeout=3, verify=False)
    # ruleid: tls-verification
    requests.request("GET", url, verify=False)
    # ruleid: tls-verification
    get(url, verify=False)
    session = Session()
    # ruleid: tls-verification
    session.verify = False
    # ruleid: tls-verification
    session.get(url, verify=False)
    verify = False
    # ruleid: tls-verification
    requests.get(url, verify=verify)
    # ruleid: tls-verification
    httpx.get(url, verify=False)
    # ruleid: tls-verification
    httpx.Client(verify=False)
    # ruleid: tls-verification
    httpx.AsyncClient(verify=False, timeout=3)
    # ruleid: tls-verification
    aiohttp.TCPConnector(ssl=False)
    # ruleid: tls-verification
    aiohttp.TCPConnector(verify_ssl=False)
    # ruleid: tls-verification
    urllib3.PoolManager(cert_reqs="CERT_NONE")
    # ruleid: tls-verification
    urllib3.PoolManager(cert_reqs=ssl.CERT_NONE)
    # ruleid: tls-verification
    urllib3.HTTPSConnectionPool("example.com", assert_hostname=False)
    # ok: tls-verification
    requests.get(url)
    # ok: tls-verification
    requests.get(url, verify=True)
    # ok: tls-verification
    requests.get(url, verify="/etc/ssl/ca.pem")
    # ok: tls-verification
    httpx.Client(verify=True)
    # ok: tls-verification
    aiohttp.TCPConnector(ssl=True)
    # ok: tls-verification
    urllib3.PoolManager(cert_reqs="CERT_REQUIRED")


async def aiohttp_client(url):
    async with aiohttp.ClientSession() as session:
        # ruleid: tls-verification
        await session.get(url, ssl=False)
        # ruleid: tls-verification
        await session.post(url, verify_ssl=False)
        # ok: tls-verification
        await session.get(url)


def contexts(sock):
    # ruleid: tls-verification
    ssl._create_unverified_context()
    # ruleid: tls-verification
    ssl._create_default_https_context = ssl._create_unverified_context
    context = ssl.create_default_context()
    # ruleid: tls-verification
    context.check_hostname = False
    # ruleid: tls-verification
    context.verify_mode = ssl.CERT_NONE
    # ok: tls-verification
    context.verify_mode = ssl.CERT_REQUIRED
    # ok: tls-verification
    context.check_hostname = True
    # ruleid: tls-verification
    ssl.wrap_socket(sock)
    # ruleid: tls-verification
    ssl.wrap_socket(sock, cert_reqs=ssl.CERT_NONE)
    # ruleid: tls-verification
    ssl.SSLContext(ssl.PROTOCOL_SSLv3)
    # ruleid: tls-verification
    ssl.SSLContext(ssl.PROTOCOL_TLSv1)
    # ruleid: tls-verification
    ssl.SSLContext(protocol=ssl.PROTOCOL_TLSv1_1)
    # ruleid: tls-verification
    ssl.SSLContext(ssl.PROTOCOL_SSLv2)
    # ruleid: tls-verification
    SSL.Context(SSL.SSLv3_METHOD)
    # ruleid: tls-verification
    SSL.Context(method=SSL.TLSv1_METHOD)
    # ruleid: tls-verification
    context.minimum_version = ssl.TLSVersion.TLSv1
    # ok: tls-verification
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    # ok: tls-verification
    SSL.Context(SSL.TLS_METHOD)
    # ok: tls-verification
    ssl.create_default_context(cafile="/etc/ssl/ca.pem")
    # ok: tls-verification
    ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    # ruleid: tls-verification
    http.client.HTTPSConnection("example.com", context=ssl._create_unverified_context())
    # ruleid: tls-verification
    urllib.request.urlopen("https://example.com", context=ssl._create_unverified_context())


def ssh(host):
    client = paramiko.SSHClient()
    # ruleid: tls-verification
    client.set_missing_host_key_policy(paramiko.AutoAddPolicy())
    # ruleid: tls-verification
    client.set_missing_host_key_policy(paramiko.AutoAddPolicy)
    # ruleid: tls-verification
    client.set_missing_host_key_policy(paramiko.WarningPolicy())
    # ruleid: tls-verification
    client.set_missing_host_key_policy(AutoAddPolicy())
    # ruleid: tls-verification
    client.set_missing_host_key_policy(WarningPolicy)
    # ok: tls-verification
    client.set_missing_host_key_policy(paramiko.RejectPolicy())
    # ok: tls-verification
    client.set_missing_host_key_policy(RejectPolicy)
    # ruleid: tls-verification
    Tls(validate=ssl.CERT_NONE)
    # ok: tls-verification
    Tls(validate=ssl.CERT_REQUIRED)
