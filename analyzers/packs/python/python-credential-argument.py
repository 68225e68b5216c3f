import os

import boto3
import pika
import pymysql
import requests
from neo4j import GraphDatabase
from pymongo import MongoClient
from requests.auth import HTTPBasicAuth


def connect(url, password):
    # ruleid: python-credential-argument
    requests.get(url, auth=("admin", "s3cr3tpw"))
    # ruleid: python-credential-argument
    HTTPBasicAuth("admin", "s3cr3tpw")
    # ruleid: python-credential-argument
    boto3.Session(aws_secret_access_key="wJalrXUtnFEMIK7MDENG")
    # ruleid: python-credential-argument
    MongoClient("mongodb://root:s3cr3tpw@db.example.com:27017")
    # ruleid: python-credential-argument
    requests.get(url, headers={"Authorization": "Bearer 3f2504e04f8941d39a0c0305e82c3301"})
    # ok: python-credential-argument
    requests.get(url, auth=("admin", password))
    # ok: python-credential-argument
    boto3.Session(aws_secret_access_key=os.environ["AWS_SECRET_ACCESS_KEY"])
    # ok: python-credential-argument
    MongoClient("mongodb://db.example.com:27017")
    # ok: python-credential-argument
    requests.get(url, headers={"Authorization": "Bearer " + password})


def services(session, manager, password):
    # ruleid: python-credential-argument
    pymysql.connect("db", "root", "s3cr3tpw", "shop")
    # ruleid: python-credential-argument
    pika.PlainCredentials("orders", "s3cr3tpw")
    # ruleid: python-credential-argument
    GraphDatabase.driver("neo4j://db", auth=("neo4j", "s3cr3tpw"))
    # ruleid: python-credential-argument
    session.auth = ("admin", "s3cr3tpw")
    # ruleid: python-credential-argument
    User.objects.create_superuser("admin", "admin@example.com", "s3cr3tpw")
    # ruleid: python-credential-argument
    manager.add_password(None, "https://db.example.com", "admin", "s3cr3tpw")
    # ok: python-credential-argument
    pymysql.connect("db", "root", password, "shop")
    # ok: python-credential-argument
    GraphDatabase.driver("neo4j://db", auth=("neo4j", password))
    # ok: python-credential-argument
    session.auth = ("admin", password)
    # ok: python-credential-argument
    User.objects.create_superuser("admin", "admin@example.com", password)
