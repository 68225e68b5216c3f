import sqlite3

import cherrypy
import tornado.web
from aiohttp import web
from bottle import get, post, request as bottle_request
from peewee import Model, SqliteDatabase
from pyramid.view import view_config

db = sqlite3.connect("app.db", check_same_thread=False)
peewee_db = SqliteDatabase("app.db")


class UserHandler(tornado.web.RequestHandler):
    def get(self):
        name = self.get_argument("name")
        # ruleid: sql-injection
        db.execute("SELECT * FROM users WHERE name = '%s'" % name)
        # ruleid: sql-injection
        db.execute("SELECT * FROM users WHERE name = '" + self.get_query_argument("name") + "'")
        # ok: sql-injection
        db.execute("SELECT * FROM users WHERE name = ?", (name,))


async def aiohttp_handler(request):
    name = request.match_info["name"]
    # ruleid: sql-injection
    db.execute(f"SELECT * FROM users WHERE name = '{name}'")
    data = await request.post()
    # ruleid: sql-injection
    db.execute("SELECT * FROM users WHERE name = '{}'".format(data["name"]))
    # ok: sql-injection
    db.execute("SELECT * FROM users WHERE name = ?", (data["name"],))
    return web.Response(text="ok")


@get("/bottle")
def bottle_view():
    # ruleid: sql-injection
    db.execute("SELECT * FROM users WHERE name = '" + bottle_request.query.name + "'")
    # ruleid: sql-injection
    db.execute("SELECT * FROM users WHERE name = '" + bottle_request.forms.get("name") + "'")
    return "ok"


@view_config(route_name="users", renderer="json")
def pyramid_view(request):
    # ruleid: sql-injection
    request.dbsession.execute("SELECT * FROM users WHERE name = '%s'" % request.params["name"])
    # ok: sql-injection
    request.dbsession.execute("SELECT * FROM users WHERE name = :n", {"n": request.params["name"]})
    return {}


class Root:
    @cherrypy.expose
    def users(self, name):
        # ruleid: sql-injection
        db.execute("SELECT * FROM users WHERE name = '%s'" % name)
        return "ok"


class Person(Model):
    class Meta:
        database = peewee_db


def peewee_raw(name):
    # ruleid: sql-injection
    Person.raw("SELECT * FROM person WHERE name = '%s'" % name)
    # ruleid: sql-injection
    peewee_db.execute_sql("SELECT * FROM person WHERE name = '" + name + "'")
    # ok: sql-injection
    peewee_db.execute_sql("SELECT * FROM person WHERE name = ?", (name,))
    # ok: sql-injection
    Person.select().where(Person.name == name)
