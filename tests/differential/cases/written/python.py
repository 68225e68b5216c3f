import os, subprocess as sp
from flask import request as req
@app.route("/x", methods=["GET"])
def view(a, request, b=1, *args, **kw):
    q = req.args.get("q")
    cur.execute("select * from t where a = '%s'" % q)
    cur.execute("select %s".format(q))
    cur.execute(f"select {q} and {a!r}")
    sp.run(["ls", q], shell=True)
    sp.Popen("ls " + q, shell=True, env={})
    x: int = 3
    d["k"] = q
    del d["k"]
    if not q in d: pass
    if q is not None and len(q) > 3: return foo(*args, **kw)
    try:
        y = [i for i in z if i]
    except (ValueError, KeyError) as e:
        pass
    except Exception:
        logging.error("x %s", e, exc_info=True)
    finally:
        z = a if b else c
    with open("f") as f, lock: f.read()
    requests.get(url, verify=False, timeout=3)
    requests.post(url=url, data={"a": 1}, verify=False)
    obj.a().b(1).c(q).execute()
    yaml.load(data, Loader=yaml.Loader)
    l = lambda p, q=1: p + q
    return render_template_string("<b>" + q + "</b>")
class Form(forms.Form, Base):
    name = CharField(max_length=10)
    class Meta:
        fields = "__all__"
    async def run(self): await self.go()
assert isinstance(x, (int, str)), "no"
print("AKIAABCDEFGH")
while True:
    i += 1
    if i > 3: break
global_x = {**a, "b": [1, *c], "c": (1, 2)}
x = y = 5
raise HTTPError(404) from e
