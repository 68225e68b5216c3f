import sqlite3, psycopg2, MySQLdb, pymysql, mysql.connector, cx_Oracle, pymssql, pyodbc, asyncpg, aiomysql, aiosqlite, peewee, sqlalchemy
from sqlalchemy import text, create_engine, select
from sqlalchemy.orm import Session
from flask import request, Flask
from django.db import connection, connections, models
from django.db.models import Q, F
from django.db.models.expressions import RawSQL
app = Flask(__name__)
@app.route("/")
def a():
    u = request.args["u"]
    c = sqlite3.connect("x").cursor()
    # ruleid: sql-injection
    c.execute("select * from t where u = '%s'" % u)
    # ruleid: sql-injection
    c.execute("select * from t where u = '" + u + "'")
    # ruleid: sql-injection
    c.execute("select * from t where u = '{}'".format(u))
    # ruleid: sql-injection
    c.execute(f"select * from t where u = '{u}'")
    # ok: sql-injection
    c.execute("select * from t where u = ?", (u,))
    # ok: sql-injection
    c.execute("select * from t where u = %s", [u])
    # ok: sql-injection
    c.execute("select * from t where u = :u", {"u": u})
    # ruleid: sql-injection
    c.executemany("insert into t values ('" + u + "')", [])
    # ruleid: sql-injection
    c.executescript("delete from t where u='" + u + "'")
    sql = "select * from t "
    sql += "where u = '" + u + "'"
    # ruleid: sql-injection
    c.execute(sql)
    sql2 = " ".join(["select * from t where u =", u])
    # ruleid: sql-injection
    c.execute(sql2)
    # ok: sql-injection
    c.execute("select * from t where id = %d" % int(u))
    # ok: sql-injection
    c.execute("select * from t where id = " + str(int(u)))
    engine = create_engine("x")
    with engine.connect() as conn:
        # ruleid: sql-injection
        conn.execute(text("select '" + u + "'"))
        # ok: sql-injection
        conn.execute(text("select :u"), {"u": u})
        # ruleid: sql-injection
        conn.execute("select " + u)
        # ruleid: sql-injection
        conn.exec_driver_sql("select " + u)
        # ok: sql-injection
        conn.execute(text("select :u").bindparams(u=u))
    # ruleid: sql-injection
    engine.execute("select " + u)
    session = Session(engine)
    # ruleid: sql-injection
    session.execute(text(f"select {u}"))
    # ruleid: sql-injection
    session.query(User).filter(text("name = '" + u + "'"))
    # ok: sql-injection
    session.query(User).filter(User.name == u)
    # ok: sql-injection
    session.query(User).filter_by(name=u)
    # ruleid: sql-injection
    session.query(User).from_statement(text("select * from u where n = '%s'" % u))
    # ruleid: sql-injection
    session.query(User).order_by(text(u))
    # ruleid: sql-injection
    session.query(text(u))
    # ruleid: sql-injection
    session.query(User).having(text("count > " + u))
    # ruleid: sql-injection
    select(text("*")).where(text(f"a = {u}"))
    # ruleid: sql-injection
    db.session.execute("select * from x where a = " + u)
    # ruleid: sql-injection
    db.engine.execute(f"select {u}")
    # ruleid: sql-injection
    psycopg2.connect("").cursor().execute("select " + u)
    conn = pymysql.connect()
    with conn.cursor() as cur:
        # ruleid: sql-injection
        cur.execute("select " + u)
        # ok: sql-injection
        cur.execute("select " + conn.escape(u))
    # ruleid: sql-injection
    MySQLdb.connect().query("select '" + u + "'")
    # ruleid: sql-injection
    pyodbc.connect("").execute("select " + u)
    # ruleid: sql-injection
    peewee.SqliteDatabase("x").execute_sql("select " + u)
    # ruleid: sql-injection
    Person.raw("select * from p where n = '" + u + "'")
    # ruleid: sql-injection
    Person.select().where(peewee.SQL("n = '" + u + "'"))
    # ok: sql-injection
    Person.select().where(Person.name == u)
    import pandas as pd
    # ruleid: sql-injection
    pd.read_sql("select " + u, conn)
    # ruleid: sql-injection
    pd.read_sql_query(f"select {u}", conn)
    # ok: sql-injection
    pd.read_sql("select %s", conn, params=[u])
async def d(request):
    n = request.GET["n"]
    conn = await asyncpg.connect()
    # ruleid: sql-injection
    await conn.fetch("select " + n)
    # ruleid: sql-injection
    await conn.fetchrow(f"select {n}")
    # ok: sql-injection
    await conn.execute("select $1", n)
    async with aiomysql.connect() as c2:
        async with c2.cursor() as cur:
            # ruleid: sql-injection
            await cur.execute("select " + n)
    async with aiosqlite.connect("x") as db:
        # ruleid: sql-injection
        await db.execute("select " + n)
        # ruleid: sql-injection
        async with db.execute(f"select {n}") as cursor:
            pass
def dj(request, name):
    n = request.GET.get("n")
    # ruleid: sql-injection
    User.objects.raw("select * from u where n = '%s'" % n)
    # ok: sql-injection
    User.objects.raw("select * from u where n = %s", [n])
    # ruleid: sql-injection
    User.objects.extra(where=["name = '%s'" % n])
    # ok: sql-injection
    User.objects.extra(where=["name = %s"], params=[n])
    # ruleid: sql-injection
    User.objects.extra(select={"a": "select " + n})
    # ok: sql-injection
    User.objects.filter(name=n)
    # ruleid: sql-injection
    User.objects.annotate(v=RawSQL("select " + n, []))
    # ok: sql-injection
    User.objects.annotate(v=RawSQL("select %s", [n]))
    with connection.cursor() as cursor:
        # ruleid: sql-injection
        cursor.execute("select * from u where n = '" + n + "'")
        # ruleid: sql-injection
        cursor.execute("select * from u where n = '" + name + "'")
        # ok: sql-injection
        cursor.execute("select * from u where n = %s", [n])
    # ruleid: sql-injection
    connections["x"].cursor().execute("select " + n)
    order = n if n in ("a", "b") else "a"
    # ok: sql-injection
    User.objects.raw("select * from u order by " + order)
    # ok: sql-injection
    User.objects.order_by(n)
    # ruleid: sql-injection
    User.objects.extra(order_by=[n])
def lib(cursor, name, tbl):
    # ruleid: sql-injection
    cursor.execute("select * from users where name = '%s'" % name)
    # ruleid: sql-injection
    cursor.execute("select * from users where name = '" + name + "'")
    # ruleid: sql-injection
    cursor.execute("select * from users where name = '{0}'".format(name))
    q = f"delete from users where name = '{name}'"
    # ruleid: sql-injection
    cursor.execute(q)
    # ok: sql-injection
    cursor.execute("select * from users where name = ?", (name,))
    ph = ",".join(["?"] * len(name))
    # ok: sql-injection
    cursor.execute("select * from users where name in (%s)" % ph, name)
def main():
    import sys
    # ruleid: sql-injection
    cur.execute("select * from t where x = '" + sys.argv[1] + "'")
    TABLE = "users"
    # ok: sql-injection
    cur.execute("select * from " + TABLE)
    # ok: sql-injection
    cur.execute("select * from {} where a = ?".format(TABLE), (1,))
