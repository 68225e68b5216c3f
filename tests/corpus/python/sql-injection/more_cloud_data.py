import base64
import bz2
import csv
import ftplib
import gzip
import io
import json
import pickle
import plistlib
import sqlite3
import tarfile
import zipfile
import zlib
from pathlib import Path, PurePosixPath

import boto3
import duckdb
import httpx
import pandas as pd
import snowflake.connector
import yaml
from clickhouse_driver import Client as CH
from flask import Flask, request
from google.cloud import bigquery
from neo4j import GraphDatabase
from redis import Redis
from sqlalchemy import text

app = Flask(__name__)


@app.post("/q")
def q():
    body = request.get_json(force=True)
    bq = bigquery.Client()
    # ruleid: sql-injection
    bq.query("SELECT * FROM t WHERE a = '" + body["a"] + "'")
    # ok: sql-injection
    bq.query("SELECT * FROM t WHERE a = @a", job_config=None)
    # ruleid: sql-injection
    duckdb.sql(f"SELECT * FROM '{body['file']}'")
    # ok: sql-injection
    duckdb.execute("SELECT * FROM t WHERE a = ?", [body["a"]])
    sf = snowflake.connector.connect()
    # ruleid: sql-injection
    sf.cursor().execute("USE WAREHOUSE " + body["wh"])
    # ok: sql-injection
    CH("h").execute("SELECT %(a)s", {"a": body["a"]})
    # ruleid: sql-injection
    CH("h").execute(f"DROP TABLE {body['t']}")
    # ruleid: sql-injection
    pd.read_sql("SELECT * FROM t WHERE a = " + body["a"], sf)
    # ok: sql-injection
    pd.read_sql(text("SELECT * FROM t WHERE a = :a"), sf, params={"a": body["a"]})
    with GraphDatabase.driver("bolt://x").session() as session:
        # ruleid: sql-injection
        session.run("MATCH (n {name: '" + body["n"] + "'}) RETURN n")
        # ok: sql-injection
        session.run("MATCH (n {name: $n}) RETURN n", n=body["n"])
    return ""


@app.post("/load")
def load():
    raw = base64.b64decode(request.form["state"])
    # ruleid: deserialization
    pickle.loads(zlib.decompress(raw))
    # ok: deserialization
    json.loads(gzip.decompress(raw))
    # ok: deserialization
    plistlib.loads(raw)
    # ruleid: deserialization
    pickle.loads(Redis().get("k" + request.form["k"]))
    # ok: deserialization
    yaml.load(io.BytesIO(raw), Loader=yaml.CSafeLoader)
    yaml.load(io.BytesIO(raw), Loader=yaml.FullLoader)
    # ruleid: deserialization
    yaml.load(raw, Loader=yaml.CLoader)
    # ok: deserialization
    list(csv.reader(io.StringIO(request.form["c"])))
    return ""


@app.post("/s3")
def s3():
    s3c = boto3.client("s3")
    # ruleid: path-traversal
    s3c.download_file("bucket", request.form["key"], "/srv/" + request.form["name"])
    # ok: path-traversal
    s3c.download_file("bucket", request.form["key"], "/srv/fixed")
    # ok: path-traversal
    Path("/srv", PurePosixPath(request.form["name"]).name).write_text("x")
    # ruleid: path-traversal
    Path("/srv", request.form["name"]).write_text("x")
    with zipfile.ZipFile(request.files["z"]) as z:
        # ok: path-traversal
        z.extractall("/srv/out")
    with tarfile.open(fileobj=request.files["t"].stream) as t:
        # ruleid: path-traversal
        t.extractall("/srv/out")
    # ruleid: ssrf
    httpx.post(request.form["hook"], json={})
    # ok: ssrf
    httpx.post("https://hooks.example.org/x", json={"u": request.form["hook"]})
    # ruleid: ssrf
    ftplib.FTP_TLS(request.form["host"])
    return ""
