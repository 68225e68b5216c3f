import json
import os

import boto3
import psycopg2
import pymysql

connection = pymysql.connect(host=os.environ["DB_HOST"])


def lambda_handler(event, context):
    user_id = event["queryStringParameters"]["id"]
    with connection.cursor() as cursor:
        # ruleid: sql-injection
        cursor.execute("SELECT * FROM users WHERE id = " + user_id)
        # ruleid: sql-injection
        cursor.execute(f"SELECT * FROM users WHERE id = {event['pathParameters']['id']}")
        # ok: sql-injection
        cursor.execute("SELECT * FROM users WHERE id = %s", (user_id,))
    body = json.loads(event["body"])
    query = "SELECT * FROM users WHERE email = '%s'" % body["email"]
    conn = psycopg2.connect("")
    # ruleid: sql-injection
    conn.cursor().execute(query)
    # ok: sql-injection
    conn.cursor().execute("SELECT * FROM users WHERE id = %d" % int(user_id))
    return {"statusCode": 200}


def handler(event, context):
    athena = boto3.client("athena")
    # ruleid: sql-injection
    athena.start_query_execution(QueryString="SELECT * FROM logs WHERE ip = '" + event["ip"] + "'")
    # ok: sql-injection
    athena.start_query_execution(QueryString="SELECT * FROM logs")
    return {"statusCode": 200}
