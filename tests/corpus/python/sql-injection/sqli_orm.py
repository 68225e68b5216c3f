import asyncpg
import aiosqlite
import psycopg
from django.db import connection, connections
from django.db.models.expressions import RawSQL
from django.http import JsonResponse
from django.views import View
from fastapi import FastAPI, Query, Depends
from sqlalchemy import create_engine, text, select, func, literal_column
from sqlalchemy.orm import Session
from peewee import SQL, SqliteDatabase
from .models import User, Article

api = FastAPI()
engine = create_engine("sqlite://")
pdb = SqliteDatabase("p.db")


def dj_search(request):
    q = request.GET.get("q")
    # ruleid: sql-injection
    User.objects.raw("SELECT * FROM auth_user WHERE name = '%s'" % q)
    # ok: sql-injection
    User.objects.raw("SELECT * FROM auth_user WHERE name = %s", [q])
    # ruleid: sql-injection
    User.objects.extra(where=["name = '" + q + "'"])
    # ok: sql-injection
    User.objects.extra(where=["name = %s"], params=[q])
    # ruleid: sql-injection
    User.objects.annotate(val=RawSQL("select col from sometable where othercol = '%s'" % q, ()))
    # ok: sql-injection
    User.objects.annotate(val=RawSQL("select col from sometable where othercol = %s", (q,)))
    # ok: sql-injection
    User.objects.filter(name=q).order_by("name")
    with connection.cursor() as cursor:
        # ruleid: sql-injection
        cursor.execute("UPDATE bar SET foo = 1 WHERE baz = %s" % q)
        # ok: sql-injection
        cursor.execute("UPDATE bar SET foo = 1 WHERE baz = %s", [q])
    with connections["other"].cursor() as c2:
        # ruleid: sql-injection
        c2.execute("SELECT {} FROM t".format(request.POST["col"]))
    return JsonResponse({})


class ArticleView(View):
    def get(self, request, slug):
        # ruleid: sql-injection
        rows = Article.objects.raw("SELECT * FROM article WHERE slug = '" + slug + "'")
        # ok: sql-injection
        safe = Article.objects.raw("SELECT * FROM article WHERE slug = %(slug)s", {"slug": slug})
        year = self.kwargs["year"]
        with connection.cursor() as cursor:
            # ruleid: sql-injection
            cursor.execute("SELECT 1 FROM article WHERE year = " + year)
            # ok: sql-injection
            cursor.execute("SELECT 1 FROM article WHERE year = %d" % int(year))
        return JsonResponse({"r": list(rows), "s": list(safe)})


@api.get("/users")
def list_users(name: str, limit: int = 10, sort: str = Query("id")):
    with engine.connect() as conn:
        # ruleid: sql-injection
        conn.execute(text("SELECT * FROM users WHERE name = '" + name + "'"))
        # ok: sql-injection
        conn.execute(text("SELECT * FROM users WHERE name = :name"), {"name": name})
        # ok: sql-injection
        conn.execute(text("SELECT * FROM users WHERE name = :name").bindparams(name=name))
        # ok: sql-injection
        conn.execute(text(f"SELECT * FROM users LIMIT {limit}"))
        # ruleid: sql-injection
        conn.execute(text(f"SELECT * FROM users ORDER BY {sort}"))
        # ruleid: sql-injection
        conn.exec_driver_sql("SELECT * FROM users WHERE a = '%s'" % name)
    with Session(engine) as session:
        # ok: sql-injection
        session.execute(select(User).where(User.name == name))
        # ruleid: sql-injection
        session.query(User).filter(text("name = '%s'" % name)).all()
        # ok: sql-injection
        session.query(User).filter(User.name == name).all()
        # ruleid: sql-injection
        session.query(User).order_by(text(sort)).all()
        # ruleid: sql-injection
        session.scalars(select(literal_column(sort))).all()
        # ok: sql-injection
        session.query(func.count(User.id)).filter_by(name=name).scalar()
    return []


@api.post("/pg/{tenant}")
async def pg(tenant: str, ident: int):
    conn = await asyncpg.connect("postgresql://localhost/x")
    # ok: sql-injection
    await conn.fetch("SELECT * FROM users WHERE tenant = $1", tenant)
    # ruleid: sql-injection
    await conn.fetch(f"SELECT * FROM {tenant}.users")
    # ruleid: sql-injection
    await conn.fetchrow("SELECT * FROM users WHERE tenant = '" + tenant + "'")
    # ok: sql-injection
    await conn.execute("DELETE FROM users WHERE id = " + str(ident))
    async with aiosqlite.connect("x.db") as db:
        # ruleid: sql-injection
        await db.execute("DELETE FROM users WHERE tenant = '%s'" % tenant)
        # ok: sql-injection
        await db.execute("DELETE FROM users WHERE tenant = ?", (tenant,))
    async with await psycopg.AsyncConnection.connect("") as aconn:
        async with aconn.cursor() as cur:
            # ruleid: sql-injection
            await cur.execute("SELECT 1 FROM t WHERE x = '" + tenant + "'")
            # ok: sql-injection
            await cur.execute("SELECT 1 FROM t WHERE x = %s", (tenant,))
    return {}


@api.get("/peewee")
def peewee_view(order: str):
    # ruleid: sql-injection
    pdb.execute_sql("SELECT * FROM x ORDER BY " + order)
    # ok: sql-injection
    pdb.execute_sql("SELECT * FROM x WHERE a = ?", (order,))
    # ruleid: sql-injection
    User.select().where(SQL("name = '%s'" % order))
    # ok: sql-injection
    User.select().where(SQL("name = %s", [order]))
    # ruleid: sql-injection
    User.raw("SELECT * FROM user WHERE name = '%s'" % order)
    return {}
