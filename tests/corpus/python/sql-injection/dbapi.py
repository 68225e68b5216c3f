import sqlite3
import sys

import MySQLdb
import psycopg2
import psycopg2.extras
import pymysql
from psycopg2 import sql as pgsql

TABLES = ("users", "orders")
USERS = "users"


def find_user(cursor, name):
    # ruleid: sql-injection
    cursor.execute("SELECT * FROM users WHERE name = '%s'" % name)
    # ok: sql-injection
    cursor.execute("SELECT * FROM users WHERE name = %s", (name,))
    return cursor.fetchone()


def find_many(conn, first, last, limit):
    cur = conn.cursor()
    # ruleid: sql-injection
    cur.execute("SELECT * FROM users WHERE first = '" + first + "' AND last = '" + last + "'")
    # ruleid: sql-injection
    cur.execute("SELECT * FROM users WHERE first = '{}' AND last = '{}'".format(first, last))
    # ruleid: sql-injection
    cur.execute("SELECT * FROM users WHERE first = '{f}'".format(f=first))
    # ruleid: sql-injection
    cur.execute(f"SELECT * FROM users WHERE first = '{first}'")
    # ruleid: sql-injection
    cur.execute(f"SELECT * FROM users LIMIT {limit}")
    # ruleid: sql-injection
    cur.execute("SELECT * FROM users WHERE first = '%s' AND last = '%s'" % (first, last))
    # ruleid: sql-injection
    cur.execute("SELECT * FROM users WHERE first = '%(first)s'" % {"first": first})
    # ok: sql-injection
    cur.execute("SELECT * FROM users WHERE first = %(first)s", {"first": first})
    # ok: sql-injection
    cur.execute("SELECT * FROM users WHERE first = ? AND last = ?", [first, last])
    # ok: sql-injection
    cur.execute("SELECT * FROM users LIMIT " + str(int(limit)))
    # ok: sql-injection
    cur.execute("SELECT * FROM users LIMIT %d" % int(limit))
    # ok: sql-injection
    cur.execute("SELECT * FROM users " + "WHERE first = 'root'")


def in_variable(conn, name):
    query = "SELECT * FROM users WHERE name = '" + name + "'"
    # ruleid: sql-injection
    conn.execute(query)
    query2 = "DELETE FROM users WHERE name = '%s'"
    query2 = query2 % name
    # ruleid: sql-injection
    conn.execute(query2)
    query3 = "SELECT * FROM users WHERE 1 = 1"
    query3 += " AND name = '" + name + "'"
    # ruleid: sql-injection
    conn.execute(query3)
    query4 = "SELECT * FROM users"
    query4 += " WHERE name = ?"
    # ok: sql-injection
    conn.execute(query4, (name,))
    query5 = "SELECT * FROM users WHERE name = '{}'"
    # ruleid: sql-injection
    conn.execute(query5.format(name))


def constant_parts(conn):
    name = "root"
    # ok: sql-injection
    conn.execute("SELECT * FROM users WHERE name = '%s'" % name)
    # ok: sql-injection
    conn.execute(f"SELECT * FROM {USERS}")
    # ok: sql-injection
    conn.execute("SELECT * FROM {}".format("users"))
    for table in TABLES:
        # ok: sql-injection
        conn.execute("ANALYZE " + table)
    limit = 10
    # ok: sql-injection
    conn.execute("SELECT * FROM users LIMIT " + str(limit))


def connect_and_query(email):
    db = sqlite3.connect("app.db")
    c = db.cursor()
    # ruleid: sql-injection
    c.executescript("UPDATE users SET seen = 1 WHERE email = '%s';" % email)
    # ruleid: sql-injection
    db.execute(
        "SELECT id FROM users "
        "WHERE email = '" + email + "'"
    )
    # ruleid: sql-injection
    rows = db.execute(f"""
        SELECT id
        FROM users
        WHERE email = '{email}'
    """).fetchall()
    # ok: sql-injection
    rows = db.execute("""
        SELECT id FROM users WHERE email = ?
    """, (email,)).fetchall()
    return rows


def mysql(user_id):
    db = MySQLdb.connect(host="localhost", db="app")
    cursor = db.cursor()
    # ruleid: sql-injection
    cursor.execute("SELECT * FROM accounts WHERE id = " + user_id)
    # ok: sql-injection
    cursor.execute("SELECT * FROM accounts WHERE id = %s", (user_id,))
    db2 = pymysql.connect(host="localhost", db="app", cursorclass=pymysql.cursors.DictCursor)
    with db2.cursor() as cursor2:
        # ruleid: sql-injection
        cursor2.execute("SELECT * FROM accounts WHERE id = {0}".format(user_id))
        # ruleid: sql-injection
        cursor2.executemany("INSERT INTO log VALUES ('" + user_id + "', %s)", [(1,), (2,)])
        # ok: sql-injection
        cursor2.executemany("INSERT INTO log VALUES (%s, %s)", [(user_id, 1), (user_id, 2)])


def postgres(name, column):
    conn = psycopg2.connect("dbname=app")
    cur = conn.cursor(cursor_factory=psycopg2.extras.DictCursor)
    # ruleid: sql-injection
    cur.execute("SELECT * FROM people WHERE name = '%s'" % (name,))
    # ruleid: sql-injection
    cur.execute(f"SELECT * FROM people ORDER BY {column}")
    # ok: sql-injection
    cur.execute(pgsql.SQL("SELECT {} FROM people").format(pgsql.Identifier(column)))
    # ok: sql-injection
    cur.execute(pgsql.SQL("SELECT * FROM people WHERE name = {}").format(pgsql.Literal(name)))
    query = pgsql.SQL("SELECT * FROM people WHERE {} = %s").format(pgsql.Identifier(column))
    # ok: sql-injection
    cur.execute(query, [name])


def placeholders(conn, ids):
    marks = ", ".join("?" for _ in ids)
    # ok: sql-injection
    conn.execute(f"SELECT * FROM users WHERE id IN ({marks})", ids)
    # ok: sql-injection
    conn.execute("SELECT * FROM users WHERE id IN (%s)" % ",".join(["?"] * len(ids)), ids)
    # ruleid: sql-injection
    conn.execute("SELECT * FROM users WHERE id IN (%s)" % ",".join(ids))


def allowed_column(conn, column):
    if column not in ("name", "age"):
        raise ValueError(column)
    # ok: sql-injection
    return conn.execute(f"SELECT {column} FROM users")


def allowed_mapping(conn, key):
    columns = {"name": "user_name", "age": "user_age"}
    column = columns[key]
    # ok: sql-injection
    return conn.execute(f"SELECT {column} FROM users")


def numeric(conn, count: int, user_id):
    user_id = int(user_id)
    # ok: sql-injection
    conn.execute("SELECT * FROM users WHERE id = %s" % user_id)
    # ok: sql-injection
    conn.execute(f"SELECT * FROM users WHERE id = {user_id:d}")


def from_arguments(conn):
    # ruleid: sql-injection
    conn.execute("SELECT * FROM users WHERE name = '" + sys.argv[1] + "'")
    name = input("name: ")
    # ruleid: sql-injection
    conn.execute("SELECT * FROM users WHERE name = '%s'" % name)


def build(name):
    return "SELECT * FROM users WHERE name = '" + name + "'"


def through_helper(conn, name):
    # ruleid: sql-injection
    conn.execute(build(name))


def not_a_database(executor, name):
    # ok: sql-injection
    executor.execute("job: " + name)
    # ok: sql-injection
    executor.submit("select the best of " + name)


class Repository:
    def __init__(self, connection):
        self.connection = connection
        self.cursor = connection.cursor()

    def by_name(self, name):
        # ruleid: sql-injection
        self.cursor.execute("SELECT * FROM t WHERE name = '%s'" % name)
        # ok: sql-injection
        self.cursor.execute("SELECT * FROM t WHERE name = %s", [name])
        sql = "SELECT * FROM t WHERE name = '{}'".format(name)
        # ruleid: sql-injection
        self.connection.cursor().execute(sql)
