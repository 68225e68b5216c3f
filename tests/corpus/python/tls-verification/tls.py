import ssl
import socket
import http.client
import smtplib
import imaplib
import ftplib
import telnetlib
import requests
import httpx
import aiohttp
import urllib3
import urllib.request
import paramiko
from OpenSSL import SSL
from requests import Session
import boto3
import ldap
import websockets

URL = "https://example.org"


def req():
    # ruleid: tls-verification
    requests.get(URL, verify=False)
    # ok: tls-verification
    requests.get(URL, verify=True)
    # ok: tls-verification
    requests.post(URL, data={}, verify="/etc/ca.pem")
    # ruleid: tls-verification
    requests.request("GET", URL, verify=False)
    s = Session()
    # ruleid: tls-verification
    s.verify = False
    s2 = requests.Session()
    # ruleid: tls-verification
    s2.get(URL, verify=False)
    # ok: tls-verification
    s2.verify = "/etc/ca.pem"
    # ruleid: tls-verification
    httpx.get(URL, verify=False)
    # ruleid: tls-verification
    httpx.Client(verify=False)
    # ok: tls-verification
    httpx.AsyncClient(verify=True)
    # ruleid: tls-verification
    httpx.AsyncClient(verify=False)
    # ruleid: tls-verification
    urllib3.PoolManager(cert_reqs="CERT_NONE")
    # ok: tls-verification
    urllib3.PoolManager(cert_reqs="CERT_REQUIRED")
    # ok: tls-verification
    urllib3.disable_warnings()
    # ruleid: tls-verification
    aiohttp.TCPConnector(ssl=False)
    # ruleid: tls-verification
    aiohttp.TCPConnector(verify_ssl=False)
    # ok: tls-verification
    aiohttp.TCPConnector(limit=10)
    verify = False
    # ruleid: tls-verification
    requests.put(URL, verify=verify)
    # ruleid: tls-verification
    boto3.client("s3", verify=False)
    # ok: tls-verification
    boto3.client("s3")


def contexts():
    # ok: tls-verification
    ctx = ssl.create_default_context()
    # ruleid: tls-verification
    ctx.check_hostname = False
    # ruleid: tls-verification
    ctx.verify_mode = ssl.CERT_NONE
    ctx2 = ssl.create_default_context()
    # ok: tls-verification
    ctx2.verify_mode = ssl.CERT_REQUIRED
    # ok: tls-verification
    ctx2.check_hostname = True
    # ruleid: tls-verification
    ssl._create_unverified_context()
    # ruleid: tls-verification
    ssl._create_default_https_context = ssl._create_unverified_context
    # ruleid: tls-verification
    ssl.SSLContext(ssl.PROTOCOL_SSLv3)
    # ruleid: tls-verification
    ssl.SSLContext(ssl.PROTOCOL_TLSv1)
    # ok: tls-verification
    ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    ctx3 = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    # ruleid: tls-verification
    ctx3.minimum_version = ssl.TLSVersion.TLSv1
    # ok: tls-verification
    ctx3.minimum_version = ssl.TLSVersion.TLSv1_2
    # ok: tls-verification
    ctx3.load_default_certs()
    # ruleid: tls-verification
    ssl.wrap_socket(socket.socket(), ssl_version=ssl.PROTOCOL_SSLv2)
    SSL.Context(SSL.SSLv23_METHOD)
    # ruleid: tls-verification
    SSL.Context(SSL.TLSv1_METHOD)
    # ok: tls-verification
    SSL.Context(SSL.TLS_METHOD)
    pc = SSL.Context(SSL.TLS_METHOD)
    # ruleid: tls-verification
    pc.set_verify(SSL.VERIFY_NONE, lambda *a: True)
    # ok: tls-verification
    pc.set_verify(SSL.VERIFY_PEER, None)
    # ruleid: tls-verification
    urllib.request.urlopen(URL, context=ssl._create_unverified_context())
    # ok: tls-verification
    urllib.request.urlopen(URL, context=ssl.create_default_context())
    # ok: tls-verification
    http.client.HTTPSConnection("example.org", context=ssl.create_default_context())


def ssh():
    c = paramiko.SSHClient()
    # ruleid: tls-verification
    c.set_missing_host_key_policy(paramiko.AutoAddPolicy())
    # ruleid: tls-verification
    c.set_missing_host_key_policy(paramiko.WarningPolicy)
    # ok: tls-verification
    c.set_missing_host_key_policy(paramiko.RejectPolicy())
    # ok: tls-verification
    c.load_system_host_keys()


def clear():
    # ruleid: data-exposure
    telnetlib.Telnet("host")
    # ruleid: data-exposure
    ftplib.FTP("ftp.example.org")
    # ok: tls-verification
    ftplib.FTP_TLS("ftp.example.org")
    # ruleid: data-exposure
    requests.post("http://api.example.com/login", data={"password": "x"})
    # ok: tls-verification
    requests.get("http://localhost:8000/health")
    # ruleid: tls-verification
    ldap.set_option(ldap.OPT_X_TLS_REQUIRE_CERT, ldap.OPT_X_TLS_NEVER)
    # ok: tls-verification
    ldap.set_option(ldap.OPT_X_TLS_REQUIRE_CERT, ldap.OPT_X_TLS_DEMAND)
