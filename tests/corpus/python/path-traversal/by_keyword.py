import jsonpickle, requests, subprocess, os, shutil
from flask import request
def decode_obj():
    # ruleid: deserialization
    return jsonpickle.decode(request.data)
def forward():
    target = request.args.get('target')
    # ruleid: ssrf
    return requests.put(target).text
def get_query():
    return request.args.get('q')
def run(cmd):
    import subprocess
    # ruleid: command-injection
    subprocess.run(get_query(), shell=True)
def paths():
    p = request.args["p"]
    # ruleid: path-traversal
    open(file=p)
    # ruleid: path-traversal
    os.remove(path=p)
    # ruleid: path-traversal
    os.mkdir(path=p)
    # ruleid: path-traversal
    os.makedirs(name=p)
    # ruleid: path-traversal
    os.unlink(path=p)
    # ruleid: path-traversal
    os.rmdir(path=p)
    # ruleid: path-traversal
    shutil.copy(src=p, dst="x")
    # ruleid: path-traversal
    shutil.copy(src="x", dst=p)
    # ruleid: path-traversal
    shutil.move(src=p, dst="x")
    # ruleid: path-traversal
    shutil.rmtree(path=p)
    # ruleid: path-traversal
    os.open(path=p, flags=0)
    # ruleid: path-traversal
    os.listdir(path=p)
def m():
    u = input()
    requests.get(u)
    api = requests
    api.get(request.args["u"])
    # ruleid: code-injection
    exec(request.form["code"])
    # ruleid: code-injection
    compile(request.form["code"], "<user>", "exec")
    # ruleid: command-injection
    subprocess.call(request.args["c"], shell=1)
    # ruleid: command-injection
    subprocess.call("ls " + request.args["c"], shell="True")
def sql(x, sort, order):
    # ruleid: sql-injection
    c.executescript(f"delete from t where n = '{x}'")
    template = "SELECT * FROM t WHERE n = '%s'"
    # ruleid: sql-injection
    c.execute(template % x)
    q.order_by(text(sort + " " + order))
    U.objects.annotate(v=RawSQL("select '%s'" % x, []))
    # ruleid: sql-injection
    U.objects.extra(where=["n = '%s'" % x])
    tar.extractall(filter="fully_trusted")
def ai(response, question, filename):
    code = response.choices[0].message.content
    # ruleid: code-injection
    exec(code)
    tar = tarfile.open(filename)
    # ok: code-injection
    tar.extractall(filter="data")
    # ruleid: path-traversal
    tar.extractall(filter="fully_trusted")
    # ok: path-traversal
    exec(compile(open(filename).read(), filename, "exec"))
