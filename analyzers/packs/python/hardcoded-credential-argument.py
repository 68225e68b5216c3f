import os

import boto3
import pika
import pymysql
import requests
from neo4j import GraphDatabase
from pymongo import MongoClient
from requests.auth import HTTPBasicAuth


def connect(url, password):
    # ruleid: hardcoded-credential-argument
    requests.get(url, auth=("admin", "s3cr3tpw"))
    # ruleid: hardcoded-credential-argument
    HTTPBasicAuth("admin", "s3cr3tpw")
    # ruleid: hardcoded-credential-argument
    boto3.Session(aws_secret_access_key="wJalrXUtnFEMIK7MDENG")
    # ruleid: hardcoded-credential-argument
    MongoClient("mongodb://root:s3cr3tpw@db.example.com:27017")
    # ruleid: hardcoded-credential-argument
    requests.get(url, headers={"Authorization": "Bearer 3f2504e04f8941d39a0c0305e82c3301"})
    # ok: hardcoded-credential-argument
    requests.get(url, auth=("admin", password))
    # ok: hardcoded-credential-argument
    boto3.Session(aws_secret_access_key=os.environ["AWS_SECRET_ACCESS_KEY"])
    # ok: hardcoded-credential-argument
    MongoClient("mongodb://db.example.com:27017")
    # ok: hardcoded-credential-argument
    requests.get(url, headers={"Authorization": "Bearer " + password})


def services(session, manager, password):
    # ruleid: hardcoded-credential-argument
    pymysql.connect("db", "root", "s3cr3tpw", "shop")
    # ruleid: hardcoded-credential-argument
    pika.PlainCredentials("orders", "s3cr3tpw")
    # ruleid: hardcoded-credential-argument
    GraphDatabase.driver("neo4j://db", auth=("neo4j", "s3cr3tpw"))
    # ruleid: hardcoded-credential-argument
    session.auth = ("admin", "s3cr3tpw")
    # ruleid: hardcoded-credential-argument
    User.objects.create_superuser("admin", "admin@example.com", "s3cr3tpw")
    # ruleid: hardcoded-credential-argument
    manager.add_password(None, "https://db.example.com", "admin", "s3cr3tpw")
    # ok: hardcoded-credential-argument
    pymysql.connect("db", "root", password, "shop")
    # ok: hardcoded-credential-argument
    GraphDatabase.driver("neo4j://db", auth=("neo4j", password))
    # ok: hardcoded-credential-argument
    session.auth = ("admin", password)
    # ok: hardcoded-credential-argument
    User.objects.create_superuser("admin", "admin@example.com", password)
