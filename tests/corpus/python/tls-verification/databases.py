import os

import asyncpg
import kafka
import mysql.connector
import psycopg
import pymysql
import redis
from elasticsearch import Elasticsearch
from pymongo import MongoClient
from sqlalchemy import create_engine
from sqlalchemy.ext.asyncio import create_async_engine

PARTS = "postgresql://reader@stock.internal.example/parts?sslmode=allow"


def open_all(host, user, context):
    # ruleid: tls-verification
    psycopg.connect(f"host={host} dbname=parts sslmode=disable")
    # ruleid: tls-verification
    create_engine(PARTS)
    # ruleid: tls-verification
    create_async_engine("mysql+aiomysql://reader@stock.internal.example/parts?ssl_disabled=true")
    # ruleid: tls-verification
    mysql.connector.connect(host=host, user=user, ssl_disabled=True)
    # ruleid: tls-verification
    pymysql.connect(host=host, user=user, ssl_verify_cert=False)
    # ruleid: tls-verification
    redis.StrictRedis(host=host, ssl=True, ssl_cert_reqs="none")
    # ruleid: tls-verification
    Elasticsearch(hosts=[host], verify_certs=False)
    # ruleid: tls-verification
    kafka.KafkaConsumer("orders", bootstrap_servers=host, ssl_check_hostname=False)
    # ruleid: tls-verification
    MongoClient("mongodb://stock.internal.example/parts?tls=true&tlsInsecure=true")
    # ruleid: tls-verification
    os.environ["REQUESTS_CA_BUNDLE"] = ""
    # ruleid: tls-verification
    context.set_ciphers("DEFAULT@SECLEVEL=0")
    # ok: tls-verification
    psycopg.connect(f"host={host} dbname=parts sslmode=verify-full")
    # ok: tls-verification
    create_engine("postgresql://localhost/parts?sslmode=disable")
    # ok: tls-verification
    mysql.connector.connect(host="localhost", user=user, ssl_disabled=True)
    # ok: tls-verification
    redis.Redis(host=host, ssl=True, ssl_ca_certs="/etc/ssl/company-ca.pem")
    # ok: tls-verification
    asyncpg.connect(host=host, ssl="verify-full")
    # ok: tls-verification
    context.set_ciphers("ECDHE+AESGCM")
