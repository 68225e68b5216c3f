import os

def handler(request):
    name = request.args.get("name")
    db.execute("select " + name)
    db.execute("select ?", name)
    if name:
        db.execute(name)
    return name

def safe(request):
    name = clean(request.args.get("name"))
    db.execute(name)

class View:
    def get(self, request):
        with lock:
            db.execute(request.x)
        try:
            db.execute(1)
        except E:
            log(2)

@login_required
def admin(request):
    db.execute("a")

@app.route("/a")
def route(a, b=1):
    for x in a:
        db.execute(x)
    eval(a)
    eval(b)
    eval("1")

open("f")
with open("g") as g:
    pass
h = open("h")
h.close()
requests.get(url, verify=False)
requests.get(url, verify=True)
requests.get(url)
requests.post(url, verify=False, timeout=3)
hashlib.md5(x)
hashlib.sha256(x)
subprocess.run(cmd, shell=True)
subprocess.run(["a"], shell=False)
os.chmod("f", 0o777)
os.chmod("f", 0o600)
foo(a, a)
foo(a, b)
foo(b, a)
