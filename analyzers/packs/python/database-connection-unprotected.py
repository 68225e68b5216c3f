import os

import asyncpg
import mysql.connector
import psycopg2
import redis
from elasticsearch import Elasticsearch
from sqlalchemy import create_engine


def connect(host, password):
    # ruleid: database-connection-unprotected
    psycopg2.connect(host=host, dbname="orders", sslmode="disable")
    # ruleid: database-connection-unprotected
    create_engine(f"postgresql://shop:{password}@db.shop.com/orders?sslmode=disable")
    # ruleid: database-connection-unprotected
    mysql.connector.connect(host=host, password=password, ssl_verify_cert=False)
    # ruleid: database-connection-unprotected
    redis.Redis(host=host, ssl=True, ssl_cert_reqs=None)
    # ruleid: database-connection-unprotected
    Elasticsearch(host, verify_certs=False)
    # ruleid: database-connection-unprotected
    asyncpg.create_pool(host=host, ssl="disable")
    # ok: database-connection-unprotected
    psycopg2.connect(host=host, dbname="orders", sslmode="verify-full")
    # ok: database-connection-unprotected
    psycopg2.connect(host="localhost", dbname="orders", sslmode="disable")
    # ok: database-connection-unprotected
    create_engine("postgresql://localhost/orders?sslmode=disable")
    # ok: database-connection-unprotected
    redis.Redis(host=host, ssl=True, ssl_cert_reqs="required")
    # ok: database-connection-unprotected
    create_engine(os.environ["DATABASE_URL"])
