import os, subprocess
from markupsafe import Markup
# ruleid: sql-injection
cur.execute("SELECT * FROM foo WHERE id = '%s'" % identifier)
# ruleid: sql-injection
cur.execute("INSERT INTO foo VALUES ('a', 'b', '%s')" % value)
# ruleid: sql-injection
cur.execute("DELETE FROM foo WHERE id = '%s'" % identifier)
# ruleid: sql-injection
cur.execute("UPDATE foo SET value = 'b' WHERE id = '%s'" % identifier)
query = "SELECT * FROM foo WHERE id = '" + identifier + "'"
# ruleid: sql-injection
cur.execute(query)
# ruleid: sql-injection
cur.execute("SELECT * FROM foo WHERE id = '{}'".format(identifier))
# ruleid: sql-injection
cur.execute(f"SELECT {column_name} FROM foo WHERE id = 1")
# ok: sql-injection
cur.execute("SELECT * FROM foo WHERE id = '%s'", identifier)
# ok: sql-injection
cur.execute("INSERT INTO foo VALUES ('a', 'b', '%s')", value)
def a():
    def b():
        pass
    # ruleid: sql-injection
    cur.execute("SELECT * FROM foo WHERE id = '%s'" % identifier)
    TABLE = "x"
    # ok: sql-injection
    cur.execute("SELECT * FROM %s" % TABLE)
def main():
    # ruleid: command-injection
    os.system("ls " + target)
    # ruleid: command-injection
    subprocess.Popen("ls %s" % target, shell=True)
    # ruleid: command-injection
    subprocess.Popen(command, shell=True)
    # ruleid: command-injection
    os.system(command_line)
    # ok: command-injection
    subprocess.call(["ls", target])
    # ruleid: code-injection
    eval("f(" + expression + ")")
    # ruleid: code-injection
    eval(expression)
    # ruleid: xss
    Markup("<b>%s</b>" % content)
    # ruleid: xss
    Markup(f"<b>{content}</b>")
