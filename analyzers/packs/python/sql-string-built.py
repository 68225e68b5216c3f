import sqlalchemy
from django.db import connection


def find(cursor, session, name, limit, table):
    # ruleid: sql-string-built
    cursor.execute(f"SELECT * FROM users WHERE name = '{name}'")
    # ruleid: sql-string-built
    cursor.execute("DELETE FROM users WHERE name = '%s'" % name)
    # ruleid: sql-string-built
    cursor.execute("SELECT id FROM users WHERE name LIKE '%{}'".format(name), ())
    # ruleid: sql-string-built
    connection.cursor().execute("UPDATE users SET seen = 1 WHERE name = '" + name + "'")
    # ruleid: sql-string-built
    cursor.execute(
        f"""
        INSERT INTO users (name, seen)
        VALUES ({name}, 0)
        """
    )
    query = f"SELECT id FROM users WHERE name = '{name}'"
    # ruleid: sql-string-built
    cursor.execute(query)
    # ruleid: sql-string-built
    session.execute(sqlalchemy.text(f"select id from users limit {limit}"))


def quiet(cursor, session, name, table, columns):
    query = f"SELECT id FROM {table} WHERE name = ?"
    # ok: sql-string-built
    cursor.execute(query, (name,))
    # ok: sql-string-built
    cursor.execute("SELECT * FROM users WHERE name = ?", (name,))
    # ok: sql-string-built
    cursor.execute("SELECT * FROM users WHERE name = %s", [name])
    # ok: sql-string-built
    cursor.execute(f"SELECT {columns} FROM {table} WHERE name = ?", (name,))
    # ok: sql-string-built
    cursor.execute("SELECT * FROM %s" % table)
    # ok: sql-string-built
    session.execute(sqlalchemy.text("select id from users where name = :name"), {"name": name})
    # ok: sql-string-built
    session.execute("run the job named = {}".format(name))
