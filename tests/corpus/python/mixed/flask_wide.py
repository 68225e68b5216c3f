import asyncio
import base64
import http.client
import json
import logging
import os
import platform
import shutil
import sys
import urllib.request
from html import escape
from urllib.parse import urlparse, urljoin, quote

import asyncpg
import ldap
import ldap3
import paramiko
import asyncssh
import pandas as pd
import peewee
import psycopg2
import pymongo
import requests
import xmltodict
import yaml
from flask import Flask, Response, make_response, redirect, request, session, jsonify, abort, send_from_directory, send_file, flash, g
from flask_mail import Mail, Message
from flask_pymongo import PyMongo
from flask_sqlalchemy import SQLAlchemy
from ldap.dn import escape_dn_chars
from ldap.filter import escape_filter_chars
from lxml import etree
from mongoengine import Document
from sqlalchemy import text, create_engine
from werkzeug.utils import secure_filename, safe_join

app = Flask(__name__)
mongo = PyMongo(app)
dbx = SQLAlchemy(app)
logger = app.logger


@app.route("/command1")
def command1():
    files = request.args.get("files", "")
    # ruleid: command-injection
    os.system("ls " + files)
    # ruleid: command-injection
    os.execl("/bin/sh", "sh", "-c", "ls " + files)
    # ruleid: command-injection
    os.spawnlp(os.P_WAIT, files, files)
    # ruleid: command-injection
    platform.popen("ls " + files)
    # ruleid: command-injection
    os.posix_spawn("/bin/sh", ["sh", "-c", files], os.environ)
    sys.stdout.write(files)
    return ""


@app.route("/command2")
def command2():
    cmd = request.args.get("cmd", "")
    if cmd in ["dir", "ls"]:
        # ok: command-injection
        os.system(cmd)
    if cmd == "uptime":
        # ok: command-injection
        os.system(cmd)
    base = "ls"
    # ok: command-injection
    os.system(base + " -l")
    ssh = paramiko.SSHClient()
    # ruleid: command-injection
    ssh.exec_command(cmd)
    # ruleid: tls-verification
    ssh.set_missing_host_key_policy(paramiko.AutoAddPolicy())
    # ruleid: tls-verification
    ssh.set_missing_host_key_policy(paramiko.WarningPolicy())
    # ok: tls-verification
    ssh.set_missing_host_key_policy(paramiko.RejectPolicy())
    return ""


async def rce():
    # ruleid: tls-verification
    async with asyncssh.connect("localhost", known_hosts=None) as conn:
        # ruleid: sql-injection
        await conn.run(request.args["c"])


@app.route("/code")
def code():
    first = base64.decodebytes(request.args.get("x", "").encode())
    # ruleid: code-injection
    exec("setname('%s')" % request.args.get("name", ""))
    # ruleid: code-injection
    exec(first)
    # ruleid: code-injection
    eval(compile(request.args["x"], "<s>", "eval"))
    # ruleid: code-injection
    obj = getattr(sys.modules[__name__], request.args["fn"])
    # ruleid: code-injection
    __import__(request.args["m"])
    # ok: code-injection
    int(request.args["n"])
    return ""


@app.route("/redir")
def redir():
    target = request.args.get("target", "")
    if request.args.get("1"):
        # ruleid: open-redirect
        return redirect("//" + target)
    if request.args.get("2"):
        # ruleid: open-redirect
        return redirect("https://example.com" + target)
    if request.args.get("3"):
        # ok: open-redirect
        return redirect("https://example.com/" + target)
    if request.args.get("4"):
        # ok: open-redirect
        return redirect("https://example.com/%s" % target)
    if request.args.get("5"):
        # ruleid: open-redirect
        return redirect(f"https://{target}/path")
    if request.args.get("6"):
        t = target.replace("\\", "")
        if not urlparse(t).netloc and not urlparse(t).scheme:
            # ok: open-redirect
            return redirect(t, code=302)
    if request.args.get("7"):
        ref = urlparse(request.host_url)
        test = urlparse(urljoin(request.host_url, target))
        if test.scheme in ("http", "https") and ref.netloc == test.netloc:
            # ok: open-redirect
            return redirect(target)
    if request.args.get("8"):
        resp = Response("", 302)
        # ruleid: open-redirect
        resp.headers["Location"] = target
        return resp
    if target.startswith("/"):
        # ruleid: open-redirect
        return redirect(target)
    # ruleid: open-redirect
    return redirect(request.referrer)


@app.route("/log")
def log():
    name = request.args.get("name")
    # ruleid: log-injection
    logger.info("User: " + name)
    # ruleid: log-injection
    logging.warning(f"User: {name}")
    # ruleid: log-injection
    logging.getLogger(__name__).error("x %s", name)
    clean = name.replace("\r\n", "").replace("\n", "")
    # ok: log-injection
    logging.info("User: " + clean)
    # ok: log-injection
    logging.info("n %d", int(name))
    return ""


@app.route("/stack")
def stack():
    import traceback
    try:
        run()
    except Exception as e:
        if request.args.get("a"):
            # ruleid: data-exposure
            return str(e)
        if request.args.get("b"):
            # ruleid: data-exposure
            return Response(traceback.format_exc())
        if request.args.get("c"):
            # ruleid: data-exposure
            return jsonify(error=repr(e))
        traceback.print_exc()
        # ok: data-exposure
        return "failed", 500


@app.route("/sql")
async def sql():
    n = request.args["n"]
    # ruleid: sql-injection
    dbx.session.execute(text("SELECT * FROM u WHERE n = '" + n + "'"))
    # ok: sql-injection
    dbx.session.execute(text("SELECT * FROM u WHERE n = :n"), {"n": n})
    # ruleid: sql-injection
    dbx.engine.execute("SELECT * FROM u WHERE n = '%s'" % n)
    # ruleid: sql-injection
    User.query.filter(text(f"name = '{n}'")).all()
    # ok: sql-injection
    User.query.filter_by(name=n).all()
    # ruleid: sql-injection
    User.objects.raw("SELECT * FROM u WHERE n = '%s'" % n)
    # ok: sql-injection
    User.objects.raw("SELECT * FROM u WHERE n = %s", [n])
    # ruleid: sql-injection
    User.objects.extra(where=["n = '%s'" % n])
    # ok: sql-injection
    User.objects.filter(name=n)
    conn = await asyncpg.connect()
    # ruleid: sql-injection
    await conn.fetch(f"SELECT * FROM u WHERE n = '{n}'")
    # ok: sql-injection
    await conn.fetchrow("SELECT * FROM u WHERE n = $1", n)
    # ruleid: sql-injection
    await conn.execute("DELETE FROM u WHERE n = " + n)
    # ruleid: sql-injection
    pd.read_sql(f"SELECT * FROM u WHERE n = '{n}'", conn)
    # ok: sql-injection
    pd.read_sql_query("SELECT * FROM u WHERE n = %s", conn, params=[n])
    pg = peewee.PostgresqlDatabase("x")
    # ruleid: sql-injection
    pg.execute_sql("SELECT * FROM u WHERE n = '" + n + "'")
    c = psycopg2.connect("x").cursor()
    # ruleid: sql-injection
    c.execute("SELECT * FROM u WHERE n = '{}'".format(n))
    # ok: sql-injection
    c.execute("SELECT * FROM u WHERE n = %(n)s", {"n": n})
    # ruleid: sql-injection
    c.executemany("INSERT INTO u VALUES ('" + n + "', %s)", [])
    # ok: sql-injection
    c.callproc("p", [n])
    # ruleid: sql-injection
    c.copy_expert("COPY (SELECT * FROM %s) TO STDOUT" % n, sys.stdout)
    q = "SELECT * FROM u"
    q += " WHERE n = '" + n + "'"
    # ruleid: sql-injection
    c.execute(q)
    q2 = " ".join(["SELECT * FROM u WHERE n =", n])
    # ruleid: sql-injection
    c.execute(q2)
    # ruleid: sql-injection
    create_engine("sqlite://").connect().exec_driver_sql("SELECT " + n)
    return ""


@app.route("/xp")
def xp():
    v = request.args["v"]
    tree = etree.parse("x.xml")
    # ruleid: xpath-injection
    tree.xpath("//a[@b='" + v + "']")
    # ok: xpath-injection
    tree.xpath("//a[@b=$v]", v=v)
    # ruleid: xpath-injection
    etree.XPath("//a[@b='%s']" % v)
    # ruleid: xpath-injection
    etree.ETXPath("//a[@b='%s']" % v)
    # ruleid: xpath-injection
    tree.find(f".//a[@b='{v}']")
    # ruleid: xxe
    etree.XSLT(etree.XML(v))
    return ""


@app.route("/ld")
def ld():
    u = request.args["u"]
    c = ldap.initialize("ldap://127.0.0.1:389")
    # ruleid: ldap-injection
    c.search_s("dc=%s,dc=x" % u, ldap.SCOPE_SUBTREE, "(uid=x)")
    # ruleid: ldap-injection
    c.search_s("dc=x", ldap.SCOPE_SUBTREE, "(user={})".format(u))
    # ok: ldap-injection
    c.search_s("dc=x", ldap.SCOPE_SUBTREE, "(user={})".format(escape_filter_chars(u)))
    # ruleid: ldap-injection
    c.search_ext_s("dc=x", ldap.SCOPE_SUBTREE, f"(user={u})")
    # ok: ldap-injection
    c.search_s("dc={}".format(escape_dn_chars(u)), ldap.SCOPE_SUBTREE, "(uid=x)")
    # ruleid: authentication
    c.simple_bind_s("cn=root", "")
    s = ldap3.Server("ldap.example.com")
    k = ldap3.Connection(s, user="cn=" + u, password=request.args["p"])
    # ruleid: ldap-injection
    k.search("dc=x", f"(uid={u})")
    return ""


@app.route("/mongo")
def mo():
    raw = request.args["q"]
    js = json.loads(raw)
    # ruleid: nosql-injection
    mongo.db.user.find({"name": js})
    # ok: nosql-injection
    mongo.db.user.find({"name": str(raw)})
    # ok: nosql-injection
    mongo.db.user.find({"name": raw})
    # ruleid: nosql-injection
    mongo.db.user.find_one(request.json)
    # ruleid: nosql-injection
    mongo.db.user.find_one({"u": request.json["u"], "p": request.json["p"]})
    # ruleid: nosql-injection
    mongo.db.user.find({"$where": "this.name == '" + raw + "'"})
    client = pymongo.MongoClient()
    # ruleid: nosql-injection
    client["db"]["users"].delete_many(js)
    # ruleid: nosql-injection
    Movie.objects(__raw__=js)
    # ruleid: nosql-injection
    mongo.db.user.aggregate([{"$match": js}])
    return ""


@app.route("/ssrf")
def ssrf():
    u = request.args["u"]
    # ruleid: ssrf
    requests.get(u)
    # ruleid: ssrf
    requests.get("https://" + u)
    # ok: ssrf
    requests.get("https://example.com/" + u)
    # ruleid: ssrf
    requests.get(f"https://{u}.example.com/")
    # ruleid: ssrf
    requests.request("GET", u)
    with requests.Session() as s:
        # ruleid: ssrf
        s.get(u)
    # ruleid: ssrf
    urllib.request.urlopen(u)
    # ruleid: ssrf
    urllib.request.urlopen(urllib.request.Request(u))
    # ruleid: ssrf
    conn = http.client.HTTPSConnection(u)
    conn.request("GET", "/x")
    c2 = http.client.HTTPSConnection("example.com")
    # ok: ssrf
    c2.request("GET", "/" + u)
    if urlparse(u).hostname not in ("a.example.com", "b.example.com"):
        abort(400)
    # ok: ssrf
    requests.get(u)
    return ""


@app.route("/xml", methods=["POST"])
def xml():
    body = request.data
    # ruleid: xxe
    etree.fromstring(body)
    # ok: xxe
    etree.fromstring(body, parser=etree.XMLParser(resolve_entities=False))
    # ruleid: xxe
    etree.parse(request.files["f"], etree.XMLParser(resolve_entities=True))
    # ok: xxe
    xmltodict.parse(body)
    # ruleid: xxe
    xmltodict.parse(body, disable_entities=False)
    import xml.etree.ElementTree as ET
    # ruleid: xxe
    ET.fromstring(body)
    from defusedxml import ElementTree as DET
    # ok: xxe
    DET.fromstring(body)
    # ruleid: xxe
    etree.iterparse(request.files["f"], huge_tree=True)
    from xml.dom import pulldom
    # ruleid: xxe
    pulldom.parseString(body.decode())
    return ""


@app.route("/cookies")
def cookies():
    r = make_response("x")
    # ok: xxe
    r.set_cookie("user", request.args["u"], secure=True, httponly=True, samesite="Strict")
    # ruleid: header-injection
    r.set_cookie(request.args["n"], request.args["v"], secure=True, httponly=True)
    # ruleid: insecure-cookie
    r.set_cookie("session", "x", httponly=True)
    # ruleid: insecure-cookie
    r.set_cookie("session", "x", secure=True)
    # ruleid: header-injection
    r.headers["Set-Cookie"] = "session=" + request.args["v"]
    # ruleid: header-injection
    r.headers[request.args["h"]] = "1"
    # ruleid: header-injection
    r.headers["X-Name"] = request.args["h"]
    r.headers.add("Set-Cookie", "session=1; HttpOnly; Secure")
    # ruleid: insecure-cookie
    r.set_cookie("password", request.form["password"])
    return r


@app.route("/ip")
def ip():
    client = request.headers.get("X-Forwarded-For")
    if client == "127.0.0.1":
        return "admin"
    # ok: insecure-cookie
    if request.remote_addr == "127.0.0.1":
        return "admin"
    # ruleid: authentication
    if request.headers.get("X-Api-Key") == "d41d8cd98f00b204e9800998ecf8427e":
        return "ok"
    return ""


@app.route("/mail")
def mail():
    name = request.args["n"]
    # ruleid: xss
    Mail(app).send(Message("x", recipients=["a@b.c"], html="Hi " + name))
    # ok: xss
    Mail(app).send(Message("x", recipients=["a@b.c"], body="Hi " + name))
    # ok: xss
    Mail(app).send(Message("x", recipients=["a@b.c"], html="Hi " + escape(name)))
    return ""


@app.route("/files")
def files():
    n = request.args["f"]
    # ok: xss
    send_from_directory("/srv", n)
    # ruleid: path-traversal
    send_file("/srv/" + n)
    # ok: path-traversal
    send_file(safe_join("/srv", n))
    # ok: path-traversal
    open(os.path.join("/srv", secure_filename(n)))
    # ok: path-traversal
    open(os.path.join("/srv", os.path.basename(n)))
    # ruleid: path-traversal
    open(os.path.normpath(os.path.join("/srv", n)))
    p = os.path.normpath(os.path.join("/srv", n))
    if not p.startswith("/srv/"):
        abort(403)
    # ok: path-traversal
    open(p)
    p2 = os.path.realpath(os.path.join("/srv", n))
    if os.path.commonpath([p2, "/srv"]) != "/srv":
        abort(403)
    # ok: path-traversal
    open(p2)
    # ruleid: path-traversal
    shutil.rmtree("/srv/" + n)
    # ruleid: path-traversal
    shutil.copyfile(n, "/x")
    # ruleid: path-traversal
    os.remove(os.path.join("/srv", n))
    # ruleid: path-traversal
    os.listdir("/srv/" + n)
    # ruleid: path-traversal
    shutil.unpack_archive(n, "/srv")
    if ".." in n:
        abort(400)
    # ok: path-traversal
    open("/srv/" + n)
    return ""
