import sys

import peewee
import sqlalchemy


def find(cursor, session, name, limit: int):
    # ruleid: sql-string-built
    cursor.execute(f"SELECT * FROM users WHERE name = '{name}'")
    # ruleid: sql-string-built
    cursor.execute("DELETE FROM users WHERE name = '%s'" % name)
    # ruleid: sql-string-built
    cursor.execute("SELECT id FROM users WHERE name LIKE '%{}'".format(name), ())
    query = "SELECT id FROM users WHERE name = '" + name + "'"
    # ruleid: sql-string-built
    cursor.execute(query)
    # ruleid: sql-string-built
    session.execute(sqlalchemy.text(f"select id from users where name = '{name}'"))
    # ruleid: sql-string-built
    cursor.execute("SELECT * FROM users WHERE name = '" + sys.argv[1] + "'")
    # ok: sql-string-built
    cursor.execute(f"SELECT * FROM users LIMIT {limit}")
    # ok: sql-string-built
    cursor.execute("SELECT * FROM users WHERE name = ?", (name,))
    # ok: sql-string-built
    cursor.execute("SELECT * FROM users WHERE name = %s", [name])
    # ok: sql-string-built
    cursor.execute("SELECT * FROM users LIMIT %d" % limit)
    # ok: sql-string-built
    cursor.execute("DROP TABLE %s" % name)
    # ok: sql-string-built
    cursor.execute(f"SET SESSION TRANSACTION ISOLATION LEVEL {name}")
    # ok: sql-string-built
    session.execute(name)
    marks = ", ".join("?" for _ in name)
    # ok: sql-string-built
    cursor.execute(f"SELECT * FROM users WHERE id IN ({marks})", name)
    table = "users"
    # ok: sql-string-built
    cursor.execute("SELECT * FROM " + table)


class User:
    def load(self, cursor):
        # ruleid: sql-string-built
        cursor.execute("SELECT * FROM users WHERE name = '%s'" % self.name)
        # ok: sql-string-built
        cursor.execute("SELECT * FROM users WHERE name = %s", [self.name])


def elsewhere(cursor):
    # ruleid: sql-string-built
    cursor.execute("SELECT id FROM users WHERE name = '%s'" % nobody_knows)
    # ok: sql-string-built
    cursor.execute("SELECT id FROM users WHERE name = ?", (nobody_knows,))


def migrate(connection, table, columns):
    definitions = [f"ADD {column}" for column in columns]
    # ok: sql-string-built
    connection.execute(text("ALTER TABLE {} {}".format(table, ", ".join(definitions))))
    for definition in definitions:
        # ok: sql-string-built
        connection.execute(text(f"ALTER TABLE {table} {definition}"))


def ask(http, host):
    # ok: sql-string-built
    return http.query(f"https://{host}/select?from=1")


def by_columns(cursor, values, **conditions):
    where = " AND ".join(f"{name} = ?" for name in conditions)
    # ok: sql-string-built
    cursor.execute("SELECT * FROM users WHERE " + where, list(conditions.values()))
    sets = ", ".join(f"{name} = %s" for name in values)
    # ok: sql-string-built
    cursor.execute(f"UPDATE users SET {sets}", list(values.values()))
    # ruleid: sql-string-built
    cursor.execute("SELECT * FROM users WHERE " + " AND ".join(f"{n} = '{v}'" for n, v in values.items()))


def by_other_calls(cursor, name):
    # ruleid: sql-string-built
    peewee.RawQuery("SELECT * FROM users WHERE name = '%s'" % name)
    # ok: sql-string-built
    peewee.RawQuery("SELECT * FROM users WHERE name = %s", name)
    # ruleid: sql-string-built
    cursor.callproc("EXEC find_user '{0}'".format(name))
    # ok: sql-string-built
    cursor.callproc("find_user", (name,))


class Tables:
    def select(self, cursor, table, columns, keyvalues, name):
        # ok: sql-string-built
        cursor.execute("SELECT %s FROM %s" % (", ".join(columns), table))
        # ok: sql-string-built
        cursor.execute("SELECT 1 FROM t WHERE %s" % " AND ".join("%s = ?" % key for key in keyvalues), keyvalues.values())
        # ruleid: sql-string-built
        cursor.execute("SELECT %s FROM %s WHERE name = '%s'" % (columns, table, name))
        clause, arguments = make_in_list_clause("name", name)
        # ok: sql-string-built
        cursor.execute("SELECT 1 FROM t WHERE " + clause, arguments)
        where = self.condition(name)
        # ruleid: sql-string-built
        cursor.execute("SELECT 1 FROM t WHERE " + where)


def built_by_a_library(session, model, text, names):
    statement = sqlalchemy.select(model).where(model.name == f"%{text}%").order_by(model.id)
    # ok: sql-string-built
    session.execute(statement.where(compare(f"{text}%")).limit(10))
    # ruleid: sql-string-built
    session.execute(sqlalchemy.select(model).where(sqlalchemy.text(f"name = '{text}'")))
    places = ", ".join(f":name_{number}" for number, _ in enumerate(names))
    # ok: sql-string-built
    session.execute(f"SELECT 1 FROM t WHERE name IN ({places})", names)


def handed_on(cursor, script, where):
    # ok: sql-string-built
    cursor.executescript(f"BEGIN; {script}")
    # ok: sql-string-built
    cursor.execute("SELECT 1 FROM t WHERE " + " AND ".join(key + " = ?" for key in where), where.values())


class Charts:
    def draw(self, driver, title, options):
        # ok: sql-string-built
        driver.execute_script("document.title = '" + title + "'")
        # ok: sql-string-built
        self.query({"title": "chart of %s" % title})
        # ruleid: sql-string-built
        self.connection.query("SELECT 1 FROM t WHERE title = '%s'" % title)


def settings_and_names(connection, timeout, resource):
    # ok: sql-string-built
    connection.execute("SET LOCAL statement_timeout TO {}".format(timeout))
    # ok: sql-string-built
    connection.execute("SELECT count(*) FROM {}".format(identifier(resource)))
    # ruleid: sql-string-built
    connection.execute("SELECT count(*) FROM {}".format(strip(resource)))


def workers_and_commands(pool, case, environment):
    text = "select from %s" % case
    # ok: sql-string-built
    pool.run(partial(drive, text))
    # ok: sql-string-built
    environment.execute(install_cmd(text), name="install")
    # ruleid: sql-string-built
    pool.run(text)
    # ruleid: sql-string-built
    environment.execute(text)
