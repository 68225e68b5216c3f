import sqlalchemy
import sqlalchemy as sa
from sqlalchemy import create_engine, select, text
from sqlalchemy.orm import Session, sessionmaker

engine = create_engine("postgresql://user@localhost/app")


def execute(name, column):
    with engine.connect() as connection:
        # ruleid: sql-injection
        connection.execute("SELECT * FROM users WHERE name = '" + name + "'")
        # ruleid: sql-injection
        connection.execute(text("SELECT * FROM users WHERE name = '%s'" % name))
        # ruleid: sql-injection
        connection.execute(sa.text(f"SELECT * FROM users WHERE name = '{name}'"))
        # ruleid: sql-injection
        connection.execute(sqlalchemy.text("SELECT * FROM users WHERE name = '{}'".format(name)))
        # ok: sql-injection
        connection.execute(text("SELECT * FROM users WHERE name = :name"), {"name": name})
        # ok: sql-injection
        connection.execute(select(sa.column("name")).where(sa.column("name") == name))
        # ok: sql-injection
        connection.execute(text("SELECT * FROM users WHERE name = :name").bindparams(name=name))
        # ruleid: sql-injection
        connection.exec_driver_sql("SELECT * FROM users WHERE name = '" + name + "'")
        statement = text("SELECT " + column + " FROM users")
        # ruleid: sql-injection
        connection.scalar("SELECT " + column + " FROM users")
        return statement


def with_session(session: Session, name):
    # ruleid: sql-injection
    session.execute("SELECT id FROM users WHERE name = '%s'" % name)
    # ruleid: sql-injection
    session.query(User).filter(text("name = '" + name + "'")).one()
    # ruleid: sql-injection
    session.query(User).from_statement(text("SELECT * FROM users WHERE name = '%s'" % name)).all()
    # ok: sql-injection
    session.query(User).filter(User.name == name).one()
    # ok: sql-injection
    session.query(User).filter(text("name = :name")).params(name=name)
    # ok: sql-injection
    session.query(User).filter(User.name.like("%" + name + "%"))


def made(name):
    session = sessionmaker(bind=engine)()
    query = f"SELECT * FROM users WHERE name = '{name}'"
    # ruleid: sql-injection
    return session.execute(text(query))


class User:
    name = sa.Column(sa.String)
