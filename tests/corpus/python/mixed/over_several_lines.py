import os, subprocess, sqlite3, hashlib, requests, logging, random, ssl, tempfile, jwt, yaml
from flask import Flask, request, redirect, make_response, render_template_string, session
from django.http import HttpResponse
app = Flask(__name__)
app.config.update(
    # ruleid: hardcoded-secret
    SECRET_KEY="d3v-s3cret-key",
    SESSION_COOKIE_SECURE=False,
)
DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.postgresql",
        "USER": "admin",
        # ruleid: hardcoded-secret
        "PASSWORD": "Pr0duct10n!",
    }
}


@app.route("/a", methods=["GET", "POST"])
def a():
    name = request.args.get("name")
    conn = sqlite3.connect("x")
    query = (
        "SELECT * FROM users "
        "WHERE name = '" + name + "' "
        "AND active = 1"
    )
    # ruleid: sql-injection
    conn.execute(query)
    # ruleid: sql-injection
    conn.execute(
        f"""
        SELECT *
        FROM users
        WHERE name = '{name}'
        """
    )
    # ok: sql-injection
    conn.execute(
        """
        SELECT *
        FROM users
        WHERE name = ?
        """,
        (name,),
    )
    sql = """
        SELECT * FROM users WHERE name = '{}'
        ORDER BY id
    """.format(
        name
    )
    # ruleid: sql-injection
    conn.execute(sql)
    # ruleid: command-injection
    subprocess.run(
        f"""
        ping -c 1 {name}
        """,
        shell=True,
    )
    # ok: command-injection
    subprocess.run(
        [
            "ping",
            name,
        ],
        check=True,
    )
    html = f"""
    <!doctype html>
    <html><body>
      <h1>{name}</h1>
    </body></html>
    """
    if request.args.get("z"):
        # ruleid: xss
        return html
    if request.args.get("y"):
        # ruleid: template-injection
        return render_template_string(
            """
            <h1>%s</h1>
            """
            % name
        )
    # ruleid: ssrf
    requests.get(
        name,
        timeout=3,
    )
    # ruleid: log-injection
    logging.info(
        "user %s",
        name,
    )
    resp = make_response("x")
    # ruleid: insecure-cookie
    resp.set_cookie(
        "session",
        "v",
    )
    # ok: insecure-cookie
    resp.set_cookie(
        "session",
        "v",
        secure=True,
        httponly=True,
        samesite="Lax",
    )
    token = "".join(
        # ruleid: weak-random
        random.choice("abcdef") for _ in range(32)
    )
    digest = (
        hashlib
        .md5(name.encode())
        .hexdigest()
    )
    # ruleid: jwt
    payload = jwt.decode(
        token,
        options={
            "verify_signature": False,
        },
    )
    # ruleid: open-redirect
    return redirect(
        request.args.get(
            "next",
            "/",
        )
    )


def b(request):
    # ruleid: xss
    response = HttpResponse(
        "<b>"
        + request.GET["x"]
        + "</b>"
    )
    # ruleid: insecure-cookie
    response.set_cookie(
        key="sessionid",
        value="x",
        httponly=False,
    )
    return response
