import aiomysql
import aiopg
import aiosqlite
import asyncpg
import databases
import pandas as pd
from fastapi import FastAPI, Query
from google.cloud import bigquery

app = FastAPI()
database = databases.Database("sqlite:///app.db")


async def find(name):
    conn = await asyncpg.connect("postgresql://localhost/app")
    # ruleid: sql-injection
    await conn.fetch("SELECT * FROM users WHERE name = '" + name + "'")
    # ruleid: sql-injection
    await conn.fetchrow(f"SELECT * FROM users WHERE name = '{name}'")
    # ruleid: sql-injection
    await conn.fetchval("SELECT id FROM users WHERE name = '%s'" % name)
    # ruleid: sql-injection
    await conn.execute("DELETE FROM users WHERE name = '{}'".format(name))
    # ok: sql-injection
    await conn.fetch("SELECT * FROM users WHERE name = $1", name)
    # ok: sql-injection
    await conn.execute("DELETE FROM users WHERE name = $1", name)


async def pools(dsn, name):
    async with aiopg.create_pool(dsn) as pool:
        async with pool.acquire() as conn:
            async with conn.cursor() as cur:
                # ruleid: sql-injection
                await cur.execute("SELECT * FROM users WHERE name = '%s'" % name)
                # ok: sql-injection
                await cur.execute("SELECT * FROM users WHERE name = %s", (name,))
    async with aiosqlite.connect("app.db") as db:
        # ruleid: sql-injection
        async with db.execute(f"SELECT * FROM users WHERE name = '{name}'") as cursor:
            return await cursor.fetchall()


@app.get("/items/{item_id}")
async def read_item(item_id: str, q: str = Query(None)):
    # ruleid: sql-injection
    row = await database.fetch_one("SELECT * FROM items WHERE id = '" + item_id + "'")
    # ruleid: sql-injection
    rows = await database.fetch_all(f"SELECT * FROM items WHERE title LIKE '%{q}%'")
    # ruleid: sql-injection
    await database.fetch_all(q)
    # ok: sql-injection
    await database.fetch_all("SELECT * FROM items WHERE title = :q", {"q": q})
    return row, rows


@app.get("/numbers/{number}")
async def read_number(number: int):
    # ok: sql-injection
    return await database.fetch_one(f"SELECT * FROM items WHERE id = {number}")


def frames(con, name):
    # ruleid: sql-injection
    pd.read_sql("SELECT * FROM users WHERE name = '" + name + "'", con)
    # ruleid: sql-injection
    pd.read_sql_query(f"SELECT * FROM users WHERE name = '{name}'", con)
    # ok: sql-injection
    pd.read_sql("SELECT * FROM users WHERE name = %s", con, params=[name])


def warehouse(name):
    client = bigquery.Client()
    # ruleid: sql-injection
    client.query("SELECT * FROM `app.users` WHERE name = '%s'" % name)
    # ok: sql-injection
    client.query("SELECT * FROM `app.users` WHERE name = @name")


async def mysql(pool: aiomysql.Pool, name):
    conn = await pool.acquire()
    cur = await conn.cursor()
    query = "SELECT * FROM users WHERE name = '%s'" % name
    # ruleid: sql-injection
    await cur.execute(query)
