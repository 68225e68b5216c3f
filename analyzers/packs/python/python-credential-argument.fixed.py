import os

import boto3
import requests
from pymongo import MongoClient
from requests.auth import HTTPBasicAuth


def connect(url, password):
    # ruleid: python-credential-argument
    requests.get(url, auth=("admin", os.environ["PASSWORD"]))
    # ruleid: python-credential-argument
    HTTPBasicAuth("admin", os.environ["PASSWORD"])
    # ruleid: python-credential-argument
    boto3.Session(aws_secret_access_key=os.environ["PASSWORD"])
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
