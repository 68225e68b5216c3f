from urllib.parse import urlparse
import requests, torch, tarfile, urllib.request, duckdb
from pathlib import Path
from flask import request
from fastapi import FastAPI, HTTPException
app = FastAPI()
HOSTS = {'a'}
@app.post('/logo')
def a(url: str):
    parsed = urlparse(url)
    if parsed.scheme != 'https' or parsed.hostname not in HOSTS:
        raise HTTPException(status_code=400)
    # ok: ssrf
    return requests.get(url, timeout=5)
@app.post('/logo2')
def b(url: str):
    parsed = urlparse(url)
    if not (parsed.scheme == 'https' and parsed.hostname in HOSTS):
        raise HTTPException(status_code=400)
    # ok: ssrf
    return requests.get(url, timeout=5)
@app.post('/logo3')
def b3(url: str):
    parsed = urlparse(url)
    if parsed.hostname not in HOSTS:
        print("bad")
    # ruleid: ssrf
    return requests.get(url, timeout=5)
@app.post('/logo4')
def b4(url: str):
    if not url.startswith(("http://", "https://")):
        raise HTTPException(status_code=400)
    # ruleid: ssrf
    return requests.get(url, timeout=5)
def send():
    out = urllib.request.Request('https://api.example.com/upload', data=request.form['body'])
    # ok: ssrf
    return urllib.request.urlopen(out)
def send2():
    out = urllib.request.Request(request.form['url'], data=b"x")
    # ruleid: ssrf
    return urllib.request.urlopen(out)
def h():
    # ok: deserialization
    torch.load('model.pt', map_location=request.args.get('d'))
    # ruleid: deserialization
    torch.load(request.args['d'])
def c(response, sid):
    # ok: insecure-cookie
    response.set_cookie('lang', request.args.get('lang'))
    # ok: insecure-cookie
    response.set_cookie(key='theme', value='x')
    # ruleid: insecure-cookie
    response.set_cookie('session', sid)
def unpack(path, dest):
    with tarfile.open(path) as archive:
        for member in archive.getmembers():
            p = Path(member.name)
            if ".." in p.parts or p.is_absolute():
                raise ValueError("unsafe")
        # ok: path-traversal
        archive.extractall(dest)
    with tarfile.open(path) as archive:
        # ruleid: path-traversal
        archive.extractall(dest)
def attach(config):
    conn = duckdb.connect()
    target = str(config.path).replace("'", "''")
    # ok: sql-injection
    conn.execute(f"ATTACH '{target}' AS store")
