import ldap
import MySQLdb
import psycopg2
import pymysql
from django.contrib.auth.hashers import make_password


def accounts(user, password, connection):
    # ruleid: empty-password
    user.set_password("")
    # ruleid: empty-password
    make_password("")
    # ruleid: empty-password
    connection.simple_bind_s("cn=root", "")
    # ruleid: empty-password
    connection.simple_bind_s()
    # ok: empty-password
    user.set_password(password)
    # ok: empty-password
    user.set_unusable_password()
    # ok: empty-password
    connection.simple_bind_s("cn=root", password)
    # ruleid: empty-password
    connection.simple_bind("cn=root")
    # ok: empty-password
    connection.simple_bind("cn=root", password)


def databases(password):
    # ruleid: empty-password
    MySQLdb.connect(host="db", user="root", passwd="")
    # ruleid: empty-password
    psycopg2.connect(host="db", user="app", password="")
    # ruleid: empty-password
    pymysql.connect("db", "root", "", "shop")
    # ok: empty-password
    psycopg2.connect(host="db", user="app", password=password)
    # ok: empty-password
    psycopg2.connect(host="localhost", user="app", password="")
