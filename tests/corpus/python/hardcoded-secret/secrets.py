import os
import boto3
import psycopg2
import pymysql
import redis
import requests
from flask import Flask
from requests.auth import HTTPBasicAuth
from sqlalchemy import create_engine
import smtplib
import paramiko
import getpass
import pymongo
from itsdangerous import URLSafeSerializer

app = Flask(__name__)
# ruleid: hardcoded-secret
app.secret_key = "kX9#mQ2$vL7pW4zR"
# ok: hardcoded-secret
app.secret_key = os.environ["SECRET_KEY"]
# ruleid: hardcoded-secret
app.config["SECRET_KEY"] = "f3cfe9ed8fae309f02079dbf"
# ok: hardcoded-secret
app.config["SECRET_KEY"] = os.getenv("SECRET_KEY")
# ruleid: hardcoded-secret
app.config.update(SECRET_KEY="9aK2bX71mmQpL0zz")
# ruleid: hardcoded-secret
app.config["JWT_SECRET_KEY"] = "9aK2bX71mmQpL0zz"
# ruleid: hardcoded-secret
PASSWORD = "Tr0ub4dor&3xyz"
# ok: hardcoded-secret
PASSWORD = os.environ.get("PASSWORD")
# ok: hardcoded-secret
password = ""
# ok: hardcoded-secret
password = "changeme"
# ok: hardcoded-secret
password_field = "password"
# ok: hardcoded-secret
PASSWORD_RESET_URL = "/accounts/password/reset"
# ruleid: hardcoded-secret
db_password = "hunter2-Prod!"
# ruleid: hardcoded-secret
aws_access_key_id = "AKIAJX7Q2RZLMNB5T6VW"
# ruleid: hardcoded-secret
aws_secret_access_key = "9bXcVz1kPqLmT5yRw3uHs8oJdN4gF7eAiE2tKxQC"
# ok: hardcoded-secret
GITHUB_TOKEN = "ghp_" + os.environ["X"]
# ok: hardcoded-secret
token_url = "https://auth.example.org/oauth/token"
# ok: hardcoded-secret
api_key = "<your-api-key>"
# ruleid: hardcoded-secret
API_KEY = "b7f2c9a14e6d48f0a3c5e1d2f6b8a9c0"
# ok: hardcoded-secret
SECRET_NAME = "prod/db/password"
# ruleid: hardcoded-secret
HEADERS = {"Authorization": "Bearer b7f2c9a14e6d48f0a3c5e1d2f6b8a9c0"}
# ok: hardcoded-secret
HEADERS2 = {"Authorization": "Bearer " + os.environ["TOKEN"]}
# ruleid: hardcoded-secret
DATABASE_URL = "postgresql://admin:S3cr3tPw9@db.example.org/prod"
# ok: hardcoded-secret
DATABASE_URL2 = "postgresql://localhost/prod"
# ruleid: hardcoded-secret
PRIVATE_KEY = "-----BEGIN RSA PRIVATE KEY-----\nMIIEowIBAAKCAQEA7bq1vKp4nY5cD0e2mFq9\n-----END RSA PRIVATE KEY-----"


def connect(pw):
    # ruleid: hardcoded-secret
    psycopg2.connect(host="db", user="u", password="Sup3rS3cret!")
    # ok: hardcoded-secret
    psycopg2.connect(host="db", user="u", password=os.environ["PW"])
    # ruleid: hardcoded-secret
    pymysql.connect(host="db", user="u", passwd="Sup3rS3cret!")
    # ok: hardcoded-secret
    pymysql.connect("db", "u", pw)
    # ruleid: hardcoded-secret
    redis.Redis(host="r", password="r3d1sPassw0rd")
    # ok: hardcoded-secret
    redis.Redis(host="r", password=pw)
    # ruleid: hardcoded-secret
    create_engine("mysql://root:S3cr3tPw9@db/prod")
    # ok: hardcoded-secret
    create_engine(os.environ["DATABASE_URL"])
    # ruleid: hardcoded-secret
    requests.get("https://example.org", auth=("user", "p4ssW0rd99"))
    # ruleid: hardcoded-secret
    requests.get("https://example.org", auth=HTTPBasicAuth("user", "p4ssW0rd99"))
    # ok: hardcoded-secret
    requests.get("https://example.org", auth=("user", pw))
    # ruleid: hardcoded-secret
    boto3.client("s3", aws_access_key_id="AKIAJX7Q2RZLMNB5T6VW", aws_secret_access_key=pw)
    # ok: hardcoded-secret
    boto3.client("s3", aws_access_key_id=os.environ["A"], aws_secret_access_key=os.environ["B"])
    s = smtplib.SMTP("mail")
    # ruleid: hardcoded-secret
    s.login("user", "m41lPassw0rd")
    s.login("user", pw)
    c = paramiko.SSHClient()
    # ruleid: hardcoded-secret
    c.connect("host", username="u", password="sshP4ssw0rd")
    # ok: hardcoded-secret
    c.connect("host", username="u", password=getpass.getpass())
    # ruleid: hardcoded-secret
    pymongo.MongoClient("mongodb://root:S3cr3tPw9@db:27017")
    # ok: hardcoded-secret
    pymongo.MongoClient("mongodb://db:27017")
    # ruleid: hardcoded-secret
    URLSafeSerializer("hardcoded-serializer-key-1")
    # ok: hardcoded-secret
    URLSafeSerializer(app.config["SECRET_KEY"])


# ruleid: hardcoded-secret
def login(user, password="s3cretDefault1"):
    # ruleid: hardcoded-secret
    if password == "letmein-2024":
        return True
    # ok: hardcoded-secret
    if password == "":
        return False
    return user.check(password)
