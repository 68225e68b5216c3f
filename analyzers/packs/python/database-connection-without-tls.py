import os

import asyncpg
import mysql.connector
import psycopg2
import redis
from elasticsearch import Elasticsearch
from sqlalchemy import create_engine


def connect(host, password):
    # ruleid: database-connection-without-tls
    psycopg2.connect(host=host, dbname="orders", sslmode="disable")
    # ruleid: database-connection-without-tls
    create_engine(f"postgresql://shop:{password}@db.shop.com/orders?sslmode=disable")
    # ruleid: database-connection-without-tls
    mysql.connector.connect(host=host, password=password, ssl_verify_cert=False)
    # ruleid: database-connection-without-tls
    redis.Redis(host=host, ssl=True, ssl_cert_reqs=None)
    # ruleid: database-connection-without-tls
    Elasticsearch(host, verify_certs=False)
    # ruleid: database-connection-without-tls
    asyncpg.create_pool(host=host, ssl="disable")
    # ok: database-connection-without-tls
    psycopg2.connect(host=host, dbname="orders", sslmode="verify-full")
    # ok: database-connection-without-tls
    psycopg2.connect(host="localhost", dbname="orders", sslmode="disable")
    # ok: database-connection-without-tls
    create_engine("postgresql://localhost/orders?sslmode=disable")
    # ok: database-connection-without-tls
    redis.Redis(host=host, ssl=True, ssl_cert_reqs="required")
    # ok: database-connection-without-tls
    create_engine(os.environ["DATABASE_URL"])
    # ruleid: database-connection-without-tls
    asyncpg.connect(host=host, ssl=False)
