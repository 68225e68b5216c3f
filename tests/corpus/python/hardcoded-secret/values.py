import os

import boto3
import psycopg2
import pymysql
import redis
import requests
from flask import Flask
from passlib.hash import bcrypt
from pymongo import MongoClient
from requests.auth import HTTPBasicAuth
from sqlalchemy import create_engine
from twilio.rest import Client

app = Flask(__name__)
# ruleid: hardcoded-secret
app.secret_key = "c8f0a1e77b"
# ruleid: hardcoded-secret
app.config["SECRET_KEY"] = "c8f0a1e77b"
# ruleid: hardcoded-secret
app.config.update(SECRET_KEY="c8f0a1e77b", DEBUG_TB=False)
# ruleid: hardcoded-secret
app.config["SECRET_KEY"] = b"_5#y2L\n\xec]/"
# ok: hardcoded-secret
app.secret_key = os.environ["SECRET_KEY"]
# ok: hardcoded-secret
app.config["SECRET_KEY"] = os.urandom(24)
# ok: hardcoded-secret
app.config["SECRET_KEY"] = os.environ.get("SECRET_KEY")
# ruleid: hardcoded-secret
SECRET_KEY = "django-insecure-5x!9d$k2"
# ok: hardcoded-secret
SECRET_KEY = os.getenv("SECRET_KEY")
# ruleid: hardcoded-secret
password = "Sup3rS3cret!"
# ruleid: hardcoded-secret
DB_PASSWORD = "hunter2!x"
# ruleid: hardcoded-secret
api_key = "9f8a7b6c5d4e3f2a1b0c9d8e"
# ruleid: hardcoded-secret
auth_token = "3f2504e04f8941d39a0c0305e82c3301"
# ok: hardcoded-secret
password = ""
# ok: hardcoded-secret
password = None
# ok: hardcoded-secret
password = "<password>"
# ok: hardcoded-secret
password_field = "password"
# ok: hardcoded-secret
PASSWORD_RESET_URL = "/account/password/reset"
# ok: hardcoded-secret
password_prompt = "Enter your password: "
# ok: hardcoded-secret
TOKEN_NAME = "csrftoken"
# ok: hardcoded-secret
api_key = "YOUR_API_KEY"
# ok: hardcoded-secret
api_key = "${API_KEY}"
# ok: hardcoded-secret
token_url = "https://example.com/token"
# ok: hardcoded-secret
token = os.environ["TOKEN"]
# ruleid: hardcoded-secret
aws_access_key_id = "AKIAQYLPMN5HFIQR7XYA"
# ruleid: hardcoded-secret
GITHUB = "ghp_16C7e42F292c6912E7710c838347Ae178B4a"
# ruleid: hardcoded-secret
STRIPE = "sk_live_4eC39HqLyjWDarjtT1zdp7dc"
# ruleid: hardcoded-secret
SLACK = "xoxb-123456789012-123456789012-abcdefghijklmnopqrstuvwx"
# ruleid: hardcoded-secret
URL = "postgresql://app:s3cr3tpw@db.example.com/app"
# ok: hardcoded-secret
URL = "postgresql://app@db.example.com/app"
# ruleid: hardcoded-secret
KEY = """-----BEGIN RSA PRIVATE KEY-----
MIIEpAIBAAKCAQEA0Z3VS5JJcds3xfn/ygWyF8PbnGy0AHB7MhgwMbRvI0MBZhpF
-----END RSA PRIVATE KEY-----"""


def connections(password, secret):
    # ruleid: hardcoded-secret
    psycopg2.connect(host="db", user="app", password="s3cr3tpw")
    # ruleid: hardcoded-secret
    pymysql.connect(host="db", user="root", passwd="s3cr3tpw")
    # ruleid: hardcoded-secret
    boto3.client("s3", aws_access_key_id="AKIAQYLPMN5HFIQR7XYA", aws_secret_access_key="jWnyxxxxxxxxxxxxxxxxX7ZQxxxxxxxxxxxxxxxx")
    # ruleid: hardcoded-secret
    boto3.Session(aws_secret_access_key="jWnyxxxxxxxxxxxxxxxxX7ZQxxxxxxxxxxxxxxxx")
    # ruleid: hardcoded-secret
    redis.Redis(host="cache", password="s3cr3tpw")
    # ruleid: hardcoded-secret
    MongoClient("mongodb://root:s3cr3tpw@db.example.com:27017")
    # ruleid: hardcoded-secret
    create_engine("mysql://root:s3cr3tpw@localhost/app")
    # ruleid: hardcoded-secret
    requests.get("https://example.com", auth=("admin", "s3cr3tpw"))
    # ruleid: hardcoded-secret
    requests.get("https://example.com", auth=HTTPBasicAuth("admin", "s3cr3tpw"))
    # ruleid: hardcoded-secret
    Client("AC123", "0123456789abcdef0123456789abcdef")
    # ruleid: hardcoded-secret
    requests.get("https://example.com", headers={"Authorization": "Bearer 3f2504e04f8941d39a0c0305e82c3301"})
    # ok: hardcoded-secret
    psycopg2.connect(host="db", user="app", password=password)
    # ok: hardcoded-secret
    psycopg2.connect(host="db", user="app", password=os.environ["DB_PASSWORD"])
    # ok: hardcoded-secret
    boto3.client("s3", aws_secret_access_key=secret)
    # ok: hardcoded-secret
    create_engine("sqlite:///app.db")
    # ok: hardcoded-secret
    requests.get("https://example.com", auth=("admin", password))
    # ok: hardcoded-secret
    requests.get("https://example.com", headers={"Authorization": "Bearer " + secret})


# ruleid: hardcoded-secret
def connect(host, user="root", password="toor1234"):
    return host, user, password


# ok: hardcoded-secret
def connect2(host, user="root", password=None):
    return host, user, password


def check(password, token):
    # ruleid: hardcoded-secret
    if password == "toor1234":
        return True
    # ok: hardcoded-secret
    if password == "":
        return False
    # ok: hardcoded-secret
    return token == "Bearer"


class Settings:
    # ruleid: hardcoded-secret
    password = "toor1234"
    # ok: hardcoded-secret
    password_help = "Choose a long password"

    def __init__(self):
        # ruleid: hardcoded-secret
        self.password = "toor1234"
        # ruleid: hardcoded-secret
        self.config = {"host": "db", "password": "toor1234"}
        # ok: hardcoded-secret
        self.labels = {"password": "Password"}
