import base64
import configparser
import html
import os
import random
import secrets
import sqlite3
import subprocess
import urllib.parse

from flask import Flask, redirect, request, make_response, render_template_string, session, url_for, render_template

app = Flask(__name__)


@app.route("/sqli/1", methods=["POST"])
def sqli_one():
    param = request.form.get("T1")
    if not param:
        param = ""
    num = 106
    bar = "constant" if 7 * 42 - num > 200 else param
    con = sqlite3.connect("x.db")
    cur = con.cursor()
    sql = f"SELECT username FROM users WHERE password = '{bar}'"
    # ruleid: sql-injection
    cur.execute(sql)
    return "ok"


@app.route("/sqli/2", methods=["POST"])
def sqli_two():
    param = request.form.get("T2", "")
    values = request.form.getlist("T2")
    raw = urllib.parse.unquote_plus(request.cookies.get("T2", ""))
    con = sqlite3.connect("x.db")
    cur = con.cursor()
    conf = configparser.ConfigParser()
    conf.add_section("s")
    conf.set("s", "a", "fixed")
    conf.set("s", "b", param)
    bar = conf.get("s", "b")
    # ruleid: sql-injection
    cur.execute("SELECT * FROM users WHERE name = '" + bar + "'")
    lst = []
    lst.append("safe")
    lst.append(values[0])
    lst.append("moresafe")
    lst.pop(0)
    other = lst[0]
    # ruleid: sql-injection
    cur.execute("SELECT * FROM users WHERE name = '%s'" % other)
    mapping = {}
    mapping["keyA"] = "a-Value"
    mapping["keyB"] = raw
    mapping["keyC"] = "another"
    third = mapping["keyA"]
    # ok: sql-injection
    cur.execute("SELECT * FROM users WHERE name = '" + third + "'")
    fourth = mapping["keyB"]
    # ruleid: sql-injection
    cur.executescript("DELETE FROM users WHERE name = '" + fourth + "'")
    # ok: sql-injection
    cur.execute("SELECT * FROM users WHERE name = ?", (raw,))
    return "x"


@app.route("/cmd/1", methods=["POST"])
def cmd_one():
    parts = request.path.split("/")
    param = parts[1]
    value = request.headers.getlist("X-Name")
    name = ""
    for key in request.form.keys():
        for val in request.form.getlist(key):
            if val == "T":
                name = key
                break
    b = base64.b64decode(base64.b64encode(value[0].encode())).decode()
    # ruleid: command-injection
    os.system(f"echo {b}")
    # ruleid: command-injection
    os.popen("echo " + name)
    arg = ["sh", "-c", f"ping -c1 {param}"]
    # ruleid: command-injection
    subprocess.run(arg, capture_output=True, encoding="utf-8")
    # ok: command-injection
    subprocess.run(["ping", "-c1", param])
    # ruleid: command-injection
    proc = subprocess.Popen(f"echo {b}", shell=True, stdout=subprocess.PIPE)
    match name[:1]:
        case "A":
            cmd = b
        case _:
            cmd = "fixed"
    # ruleid: command-injection
    os.system("echo " + cmd)
    return proc.communicate()[0]


@app.route("/cmd/2")
def cmd_two():
    query = request.query_string.decode("utf-8")
    start = query.find("T=")
    part = query[start + 2:]
    text = urllib.parse.unquote_plus(part)
    tmp = text
    if 1 > 2:
        tmp = "x"
    # ruleid: command-injection
    os.system("id " + tmp)
    fixed = "ls"
    # ok: command-injection
    os.system("id " + fixed)
    possible = "ABC"
    guess = possible[1]
    match guess:
        case "A":
            out = text
        case "B":
            out = "safe"
        case _:
            out = "also safe"
    return out


@app.route("/path/1")
def path_one():
    import codecs
    import pathlib
    param = request.args.get("f", "")
    # ruleid: path-traversal
    with open(f"/data/{param}", "rb") as handle:
        data = handle.read()
    # ruleid: path-traversal
    with codecs.open("/data/" + param, "r", "utf-8") as handle:
        data = handle.read()
    p = pathlib.Path("/data")
    full = p / param
    # ruleid: path-traversal
    text = full.read_text()
    # ruleid: path-traversal
    fd = os.open("/data/" + param, os.O_RDONLY)
    if (p / param).exists():
        # ruleid: path-traversal
        text = (p / param).read_text()
    safe = (p / param).resolve()
    if not str(safe).startswith(str(p.resolve()) + os.sep):
        return "no"
    # ok: path-traversal
    return safe.read_text()


@app.route("/xss/1")
def xss_one():
    param = request.args.get("a")
    RESPONSE = ""
    RESPONSE += f"Parameter: {param}"
    # ruleid: xss
    return RESPONSE


@app.route("/xss/2")
def xss_two():
    param = request.args.get("a")
    RESPONSE = ""
    RESPONSE += "Parameter: " + html.escape(param)
    # ok: xss
    return RESPONSE


@app.route("/xss/3")
def xss_three():
    param = request.args.get("a")
    dict = {}
    dict["bar"] = param
    dict["otherarg"] = "this is it"
    # ruleid: xss
    return "bar is '{0[bar]}' and otherarg is '{0[otherarg]}'".format(dict)


@app.route("/xss/4")
def xss_four():
    param = request.args.get("a")
    # ruleid: xss
    return make_response("<b>%s</b>" % param)


@app.route("/redirect/1")
def redirect_one():
    url = request.args.get("u")
    # ruleid: open-redirect
    return redirect(url)


@app.route("/redirect/2")
def redirect_two():
    url = request.args.get("u")
    try:
        parsed = urllib.parse.urlparse(url)
        if parsed.netloc not in ["google.com"] or parsed.scheme != "https":
            return "Invalid URL."
    except Exception:
        return "Invalid URL."
    # ok: open-redirect
    return redirect(url)


@app.route("/code/1")
def code_one():
    param = request.args.get("x")
    try:
        # ruleid: code-injection
        value = eval(param)
    except Exception:
        value = None
    # ruleid: code-injection
    exec(param)
    if not param.startswith("'") or not param.endswith("'") or "'" in param[1:-1]:
        return "bad"
    return str(value)


@app.route("/cookie/1")
def cookie_one():
    resp = make_response("x")
    value = str(random.random())[2:]
    user = "user"
    # ruleid: insecure-cookie
    resp.set_cookie("SomeCookie", "SomeValue", path="/", secure=False, httponly=True)
    # ok: insecure-cookie
    resp.set_cookie("rememberMe", value, path="/", secure=True, httponly=True, samesite="Lax")
    # ruleid: insecure-cookie
    resp.set_cookie("sid", value)
    return resp


@app.route("/rand/1")
def rand_one():
    # ruleid: weak-random
    token = "rememberMe" + str(random.randint(0, 2**32))
    # ok: weak-random
    key = "k" + str(random.SystemRandom().randint(0, 2**32))
    # ok: weak-random
    other = secrets.randbelow(2**32)
    # ruleid: weak-random
    session["token"] = random.getrandbits(64)
    return token + key


@app.route("/trust/1")
def trust_one():
    param = request.args.get("t")
    # ruleid: authentication
    session["user_id"] = param
    # ok: authentication
    session["lang"] = param
    return "x"


@app.route("/deser/1", methods=["POST"])
def deser_one():
    import pickle
    import yaml
    param = request.form.get("T", "")
    # ruleid: deserialization
    helper = pickle.loads(base64.urlsafe_b64decode(param))
    # ruleid: deserialization
    data = yaml.load(param, Loader=yaml.Loader)
    # ok: deserialization
    good = yaml.load(param, Loader=yaml.SafeLoader)
    # ok: deserialization
    good2 = yaml.safe_load(param)
    return str(helper)


@app.route("/xpath/1", methods=["POST"])
def xpath_one():
    import lxml.etree
    import elementpath
    import xml.etree.ElementTree as ET
    bar = request.form.get("T", "")
    fd = open("employees.xml", "rb")
    root = lxml.etree.parse(fd)
    # ruleid: xpath-injection
    strings = root.xpath(f"/Employees/Employee[@emplid='{bar}']")
    # ok: xpath-injection
    ids = root.xpath("/Employees/Employee[@emplid=$id]", id=bar)
    tree = ET.parse("employees.xml")
    q = f"./Employees/Employee[@emplid='{bar}']"
    # ruleid: xpath-injection
    nodes = elementpath.select(tree, q)
    # ruleid: xpath-injection
    more = tree.findall(f"./Employee[@id='{bar}']")
    clean = bar.replace("'", "&apos;")
    return str(strings)


@app.route("/ldap/1", methods=["POST"])
def ldap_one():
    import ldap3
    from ldap3.utils.conv import escape_filter_chars
    bar = request.form.get("T", "")
    base = "ou=users,ou=system"
    filter = f"(&(objectclass=person)(|(uid={bar})(street=The streetz 4 Ms bar)))"
    server = ldap3.Server("ldap://x")
    conn = ldap3.Connection(server)
    # ruleid: ldap-injection
    conn.search(base, filter, attributes=ldap3.ALL_ATTRIBUTES)
    # ok: ldap-injection
    conn.search(base, "(uid=" + escape_filter_chars(bar) + ")")
    return "x"


@app.route("/xxe/1", methods=["POST"])
def xxe_one():
    import xml.dom.minidom
    import xml.sax
    import xml.sax.handler
    import lxml.etree
    import defusedxml.minidom
    bar = request.form.get("T", "")
    parser = xml.sax.make_parser()
    # ruleid: xxe
    parser.setFeature(xml.sax.handler.feature_external_ges, True)
    # ruleid: xxe
    doc = xml.dom.minidom.parseString(bar, parser)
    # ruleid: xxe
    p2 = lxml.etree.XMLParser(resolve_entities=True, no_network=False)
    # ok: xxe
    p3 = lxml.etree.XMLParser(resolve_entities=False)
    # ok: xxe
    lxml.etree.fromstring(bar, p3)
    # ok: xxe
    defusedxml.minidom.parseString(bar)
    return doc.toxml()


@app.route("/hash/1", methods=["POST"])
def hash_one():
    import hashlib
    inp = request.form.get("password", "").encode()
    # ruleid: weak-hash
    a = hashlib.new("md5")
    # ruleid: weak-hash
    b = hashlib.new("sha1", inp)
    # ruleid: weak-hash
    c = hashlib.md5()
    # ok: weak-hash
    d = hashlib.sha512()
    # ok: weak-hash
    e = hashlib.new("sha384")
    # ruleid: weak-hash
    f = hashlib.sha1(inp).hexdigest()
    return f


@app.route("/tpl/1")
def tpl_one():
    name = request.args.get("n", "")
    t = f"<h1>Hello {name}</h1>"
    # ruleid: template-injection
    out = render_template_string(t)
    # ok: template-injection
    return render_template_string("<h1>{{ n }}</h1>", n=name)
