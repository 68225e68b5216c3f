import operator
import os
import ssl
import subprocess
from urllib.parse import urlparse

import docker
import pymysql
import pysftp
import requests
from aiohttp import web
from flask import Flask, redirect, request
from graphene_django.views import GraphQLView
from OpenSSL import SSL
from pysnmp.hlapi import CommunityData, UsmUserData
from xmlrpc.server import SimpleXMLRPCServer

app = Flask(__name__)


@app.route("/go")
def go():
    target = request.args["target"]
    # ruleid: ssrf
    if "example.org" in target:
        # ruleid: open-redirect
        return redirect(target)
    if urlparse(target).hostname.endswith(".example.org"):
        # ok: open-redirect
        return redirect(target)
    # ruleid: code-injection
    request.args["format"].format(app=app)
    # ruleid: code-injection
    return str(operator.methodcaller(request.args["method"])(app))


def programs(name):
    # ruleid: command-injection
    os.system("tar cf backup.tar *")
    # ok: command-injection
    os.system("tar cf backup.tar .")
    # ok: command-injection
    subprocess.run(["tar", "cf", "backup.tar", "*"])
    # ruleid: misconfiguration
    docker.from_env().containers.run(name, volumes={"/var/run/docker.sock": {"bind": "/docker.sock"}})
    # ok: misconfiguration
    docker.from_env().containers.run(name, volumes={"/srv": {"bind": "/srv"}})


def servers(service, schema):
    server = SimpleXMLRPCServer(("localhost", 8000))
    # ruleid: code-injection
    server.register_instance(service, allow_dotted_names=True)
    # ok: code-injection
    server.register_instance(service)
    site = web.Application()
    # ruleid: misconfiguration
    site.router.add_static("/files", "files", show_index=True)
    # ok: misconfiguration
    site.router.add_static("/files", "files")
    # ruleid: misconfiguration
    GraphQLView.as_view(schema=schema, graphiql=True)
    # ok: misconfiguration
    GraphQLView.as_view(schema=schema)


def connections(password):
    options = pysftp.CnOpts()
    # ruleid: tls-verification
    options.hostkeys = None
    # ruleid: tls-verification
    SSL.Context(SSL.SSLv23_METHOD)
    # ok: tls-verification
    ssl.create_default_context()
    # ruleid: data-exposure
    CommunityData("public", mpModel=0)
    # ok: data-exposure
    UsmUserData("monitor", password, password)
    # ruleid: hardcoded-secret
    pymysql.connect("db", "root", "s3cr3t-4711", "shop")
    # ok: hardcoded-secret
    pymysql.connect("db", "root", password, "shop")
    # ok: tls-verification
    return requests.get("https://example.org", timeout=5)
