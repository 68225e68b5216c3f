"""Forms in which people write secrets, and the places where they stand. Shares nothing with what looks for them.

A form has `@` where the secret is, `#N` where a name is. In code forms belong to languages.
"""

from __future__ import annotations

import base64
import random
import string
from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import quote


class Planted(NamedTuple):
    """A text with a secret. `path` is the file it is in; `where` says what form and place it is."""

    text: str
    secret: str
    path: str
    where: str


NAMES = (
    "password", "db_password", "DB_PASSWORD", "dbPassword", "secret", "client_secret", "clientSecret", "api_key",
    "apiKey", "API_KEY", "passwd", "pwd", "adminPassword", "private_key", "access_token", "accessToken", "auth_token",
    "passphrase", "smtp_pass", "secretKey", "SECRET_KEY", "userPassword", "ftp_password", "encryption_key",
)  # fmt: skip

ASSIGNMENTS = {
    "python": (
        '#N = "@"', "#N = '@'", '#N: str = "@"', 'self.#N = "@"', 'config["#N"] = "@"', 'settings = {"#N": "@"}',
        'connect(host, #N="@")', '#N = b"@"', '#N = ("@")', '#N = """@"""', '#N = \\\n        "@"',
        '#N = (\n        "@"\n    )', 'user, #N = "root", "@"', 'os.environ["#N"] = "@"', 'os.environ.setdefault("#N", "@")',
        '#N = os.getenv("X_Y", "@")', 'if #N == "@":\n        pass', '#N = value or "@"', 'x = dict(user="root", #N="@")',
        '# #N = "@"', 'setattr(x, "#N", "@")', "#N = r'@'", 'data = {"user": "root",\n            "#N": "@"}',
        'x = \'{"#N": "@"}\'', 'x = "{\\"#N\\": \\"@\\"}"', 'x = "#N: @"', 'x = """\n#N: @\n"""', 'x = "<#N>@</#N>"',
        'run(["tool", "--#N", "@"])', 'run("tool --#N=@")', 'run("tool --#N @")', "x = 'Server=db;User=sa;#N=@;'",
        'auth=("svc", "@")', 'requests.get(u, auth=("svc", "@"))', 'client.login("svc", "@")', 'x = f"#N=@"',
        'run(["curl", "-u", "svc:@", url])', 'os.system("curl -u svc:@ https://h.example")', 'x = "postgres://svc:@@db/x"',
        '#N: Final[str] = "@"', '#N = SecretStr("@")', 'lambda: connect(#N="@")', 'form.add("#N", "@")',
        '#N = "@" if debug else load()', 'x = [("#N", "@")]', '#Ns = ["@"]', '#N = str("@")', '# the #N: @',
    ),
    "javascript": (
        'const #N = "@";', "let #N = '@';", "var #N = `@`;", 'this.#N = "@";', 'const c = { #N: "@" };',
        "const c = { '#N': '@' };", 'config.#N = "@";', 'config["#N"] = "@";', 'const #N = process.env.X || "@";',
        'const #N = process.env.X ?? "@";', 'if (#N === "@") { f(); }', 'f({ user: "root", #N: "@" });', '// #N = "@"',
        'const [user, #N] = ["root", "@"];', 'const { #N = "@" } = options;', 'login("svc", "@");', '/* #N: "@" */',
        'form.append("#N", "@");', 'const c = JSON.parse(\'{"#N": "@"}\');', 'const x = "#N=@";', 'const #N =\n      "@";',
        'axios.get(u, { auth: { username: "svc", #N: "@" } });', 'const x = `#N: @`;', 'headers.set("#N", "@");',
        'spawn("tool", ["--#N", "@"]);', 'spawn("tool", ["--#N=@"]);', 'const u = "mongodb://svc:@@h.example/x";',
        'exec("curl -u svc:@ h");', 'map.set("#N", "@");', 'object.setPassword("@");', 'const #N = ("@");',
    ),
    "typescript": (
        'const #N: string = "@";', 'private #N = "@";', 'private readonly #N: string = "@";', 'static #N = "@" as const;',
        'const c: C = { #N: "@" };', 'function f(#N: string = "@") { return 1; }', 'export const #N = "@";',
        'let #N: string | null = "@";', 'const #N = <string>"@";', "login('svc', '@');", 'x.#N! = "@";',
    ),
    "java": (
        'String #N = "@";', 'private static final String #N = "@";', 'this.#N = "@";', 'user.setPassword("@");',
        'map.put("#N", "@");', 'Map.of("user", "root", "#N", "@");', 'props.setProperty("#N", "@");', '// #N: @ ',
        'if ("@".equals(#N)) { f(); }', 'if (#N.equals("@")) { f(); }', 'char[] #N = "@".toCharArray();',
        'login("svc", "@");', 'String x = "{\\"#N\\":\\"@\\"}";', 'String x = "jdbc:mysql://h/x?user=a&password=@";',
        'DriverManager.getConnection(url, "svc", "@");', 'builder.password("@").build();', 'String x = "#N=@";',
        'new PasswordAuthentication("svc", "@".toCharArray());', '/** #N: @ */', 'System.setProperty("#N", "@");',
        'String #N =\n        "@";', 'builder.withPassword("@");', 'String x = "<#N>@</#N>";', 'credentials.add("#N", "@");',
    ),
    "go": (
        '#N := "@"', 'var #N = "@"', 'var #N string = "@"', 'const #N = "@"', 'c.#N = "@"', 'c := Config{#N: "@"}',
        'm := map[string]string{"#N": "@"}', 'm["#N"] = "@"', '#N := []byte("@")', 'user, #N := "root", "@"', '#N := `@`',
        'if #N == "@" {\n\t\treturn\n\t}', 'os.Setenv("#N", "@")', 'req.SetBasicAuth("svc", "@")', '// #N: @ ',
        'exec.Command("tool", "--#N", "@")', 'exec.Command("tool", "--#N=@")', 'db.Open("svc:@@tcp(h:1)/x")',
        'flag.String("#N", "@", "what it is")', 'x := `{"#N": "@"}`', 'x := "#N=@"', 'header.Set("#N", "@")',
    ),
    "ruby": (
        '#N = "@"', "#N = '@'", '{at}#N = "@"', 'h = { #N: "@" }', "h = { :#N => '@' }", "h = { '#N' => '@' }", 'ENV["#N"] = "@"',
        '# #N: @ ', 'x.#N = "@"', 'f #N: "@"', 'ENV.fetch("#N", "@")', 'login("svc", "@")', 'x = "#N=@"',
    ),
    "php": (
        '$#N = "@";', "$#N = '@';", "define('#N', '@');", "$c = ['#N' => '@'];", "$c['#N'] = '@';", '$this->#N = "@";',
        "const #N = '@';", "new mysqli('h', 'svc', '@', 'db');", '// #N: @ ', "putenv('#N=@');", "$x->setPassword('@');",
    ),
    "rust": (
        'let #N = "@";', 'let #N: &str = "@";', 'const #N: &str = "@";', 'let #N = String::from("@");', '// #N: @ ',
        'let c = C { #N: "@".into() };', 'm.insert("#N", "@");', 'let #N = r"@";', 'let #N = b"@";', 'c.#N = "@".to_string();',
    ),
    "c": (
        'char *#N = "@";', 'const char #N[] = "@";', '#define #N "@"', 'if (strcmp(#N, "@") == 0) f();', '/* #N: @ */',
        'c.#N = "@";', 'struct c x = { .#N = "@" };', 'setenv("#N", "@", 1);', 'const char *#N =\n    "@";',
    ),
    "cpp": ('std::string #N = "@";', 'auto #N{"@"};', 'm["#N"] = "@";', 'const std::string #N("@");', 'x.setPassword("@");'),
    "csharp": (
        'string #N = "@";', 'public string #N { get; set; } = "@";', 'const string #N = "@";', 'var c = new C { #N = "@" };',
        'var x = "Server=h;Database=d;User Id=sa;Password=@;";', 'new NetworkCredential("svc", "@");', '// #N: @ ',
        'd["#N"] = "@";', 'd.Add("#N", "@");', 'var #N = {at}"@";', 'var x = "Data Source=h;UID=sa;PWD=@";',
    ),
    "kotlin": ('val #N = "@"', 'val #N: String = "@"', 'const val #N = "@"', 'mapOf("#N" to "@")', 'c.#N = "@"', 'f(#N = "@")'),
    "bash": (
        '#N=@', '#N="@"', "export #N='@'", 'export #N=@', 'tool --#N @', 'tool --#N=@', 'curl -u svc:@ https://h.example',
        'mysql -uroot -p@ db', '# #N: @', 'local #N="@"', 'echo "@" | docker login --password-stdin', 'sshpass -p @ ssh h',
        'curl -H "Authorization: Bearer @" h', '#N=@ ./run.sh', 'tool --#N "@"', 'PGPASSWORD=@ psql -h h',
    ),
    "terraform": ('#N = "@"', 'x = { #N = "@" }', 'default = { #N : "@" }', '# #N: @', '"#N" = "@"'),
}  # fmt: skip
"""Statements by language. In some the name is fixed, since the form needs it."""

BLOCKS = {
    "python": (
        "*", "def f(x):\n    *", "class C:\n    *", "if a:\n    *", "if a:\n    b()\nelse:\n    *", "try:\n    *\nfinally:\n    pass",
        "for a in b:\n    *", "while a:\n    *", "with a:\n    *", "try:\n    pass\nexcept E:\n    *", "async def f():\n    *",
        "match a:\n    case 1:\n        *",
    ),
    "javascript": (
        "*", "function f() {\n  *\n}", "if (a) {\n  *\n}", "if (a) { b(); } else {\n  *\n}", "try {\n  *\n} catch (e) {}",
        "for (const a of b) {\n  *\n}", "while (a) {\n  *\n}", "const f = () => {\n  *\n};", "switch (a) {\n  case 1:\n  *\n}",
    ),
    "java": (
        "class C {\n  void f() {\n    *\n  }\n}", "class C {\n  void f() {\n    if (a) {\n      *\n    }\n  }\n}",
        "class C {\n  void f() {\n    try {\n      *\n    } finally {}\n  }\n}", "class C {\n  static {\n    *\n  }\n}",
        "class C {\n  void f() {\n    for (A a : b) {\n      *\n    }\n  }\n}", "*",
    ),
    "go": (
        "package a\n\nfunc f() {\n\t*\n}", "func f() {\n\tif a {\n\t\t*\n\t}\n}", "func f() {\n\tfor _, a := range b {\n\t\t*\n\t}\n}",
        "func f() {\n\tswitch a {\n\tcase 1:\n\t\t*\n\t}\n}", "*",
    ),
    "ruby": ("*", "def f\n  *\nend", "class C\n  *\nend", "if a\n  *\nend", "a.each do |b|\n  *\nend"),
    "php": ("<?php\n*", "<?php\nfunction f() {\n  *\n}", "<?php\nif ($a) {\n  *\n}"),
    "bash": ("*", "f() {\n  *\n}", "if a; then\n  *\nfi", "for a in b; do\n  *\ndone", "case $a in\n  x)\n  *\n  ;;\nesac"),
    "terraform": ('resource "a" "b" {\n  *\n}', 'provider "a" {\n  *\n}', "locals {\n  *\n}"),
}  # fmt: skip
CURLY = ("*", "void f() {\n  *\n}", "void f() {\n  if (a) {\n    *\n  }\n}", "struct S {\n  *\n};")
OTHER = {
    "python": ("x = 1", "y = g(x)"),
    "bash": ("x=1", "g"),
    "ruby": ("x = 1", "g x"),
    "terraform": ("x = 1", "y = 2"),
}
ENDINGS = {
    "python": "py", "javascript": "js", "typescript": "ts", "java": "java", "go": "go", "ruby": "rb", "php": "php",
    "rust": "rs", "c": "c", "cpp": "cpp", "csharp": "cs", "kotlin": "kt", "bash": "sh", "terraform": "tf",
}  # fmt: skip

SETTINGS = {
    "yaml": (
        "#N: @", "#N: '@'", '#N: "@"', "app:\n  #N: @", "- #N: @", "list:\n  - user: root\n    #N: @", "#N: @  # old one",
        "env:\n  - name: #N\n    value: @", "env:\n  - #N=@", "x: {user: root, #N: @}", "#N: |\n  @", "#N: >-\n  @",
        "#Ns:\n  - @", "#N:\n  value: @", "# #N: @", "'#N': @", "x: 'user=root;#N=@'", "url: amqp://svc:@@h.example/x",
        "command: tool --#N=@", "command: [tool, --#N, '@']",
    ),
    "toml": ('#N = "@"', "#N = '@'", '[app]\n#N = "@"', 'x = { user = "root", #N = "@" }', '"#N" = "@"', '#N = """@"""', "# #N = @"),
    "properties": ("#N=@", "#N = @", "#N: @", "app.#N=@", "spring.datasource.#N = @", "# #N=@", "a.b.#N=\\\n  @"),
    "env": ("#N=@", "export #N=@", '#N="@"', "#N='@'", "APP_#N=@", "# #N=@", "URL=redis://:@@h.example:1/0"),
    "ini": ("[db]\n#N = @", "[db]\n#N=@", "; #N = @", "[db]\nuser = root\n#N = @"),
    "json": ('{"#N": "@"}', '{\n  "user": "root",\n  "#N": "@"\n}', '{"name": "#N", "value": "@"}', '{"x": "{\\"#N\\": \\"@\\"}"}',
             '{"args": ["--#N", "@"]}', '{"url": "https://svc:@@h.example"}'),
    "xml": ("<#N>@</#N>", '<a #N="@"/>', '<add key="#N" value="@"/>', '<property name="#N" value="@"/>', "<a>\n  <#N>@</#N>\n</a>",
            '<property name="#N"><value>@</value></property>', '<entry key="#N">@</entry>', "<!-- #N: @ -->",
            "<key>#N</key>\n<string>@</string>", '<add name="a" connectionString="Server=h;Uid=sa;Pwd=@;"/>'),
    "Dockerfile": ("ENV #N=@", "ENV #N @", "ARG #N=@", "RUN tool --#N=@", "RUN #N=@ ./x"),
    "md": ("The #N is `@`.", "- #N: @", "#N: `@`", "**#N**: @", "| user | #N |\n|---|---|\n| root | @ |", "Log in with admin / @ there.",
           "```\n#N=@\n```", "Use `tool --#N @` to begin.", "#N = @"),
    "sql": ("CREATE USER a IDENTIFIED BY '@';", "ALTER ROLE a WITH PASSWORD '@';", "INSERT INTO u (name, password) VALUES ('a', '@');",
            "UPDATE u SET password = '@' WHERE id = 1;", "-- #N: @"),
    "txt": ("#N: @", "#N=@", "the #N is @", "machine h login a password @", "#N @", "Authorization: Bearer @", "Cookie: session=@"),
    "csv": ("user,password\nroot,@", "user;password\nroot;@"),
    "html": ('<input type="password" value="@">', '<meta name="#N" content="@">', '<a data-#N="@">x</a>', "<a href='/x?#N=@'>x</a>"),
    "diff": ("@@ -1 +1 @@\n-#N = \"x\"\n+#N = \"@\"", "@@ -1 +1 @@\n-#N: a\n+#N: @"),
}  # fmt: skip


def made(chance: random.Random) -> str:
    """A secret as people make them up, or as programs do."""
    letters = string.ascii_letters + string.digits
    kind = chance.randrange(4)
    if kind == 0:
        word = chance.choice(("Tr0ub4dor", "Winter", "hunter", "Sommer", "dragon", "Monkey", "Pa55", "zebra", "Lx"))
        return f"{word}{chance.choice('&!#%+_-')}{chance.randrange(10, 9999)}{chance.choice(string.ascii_letters)}"
    if kind == 1:
        return "".join(chance.choices(letters, k=chance.randrange(12, 40))) + "7q"
    if kind == 2:
        return "".join(chance.choices(string.ascii_lowercase, k=7)) + str(chance.randrange(10, 99))
    return "-".join("".join(chance.choices(letters, k=5)) for _ in range(3)) + "4x"


def planted(seed: int = 11) -> Iterator[Planted]:
    """All forms of code in the blocks and positions of their language, and all forms of other formats."""
    chance = random.Random(seed)
    for language, forms in ASSIGNMENTS.items():
        blocks = BLOCKS.get("javascript" if language == "typescript" else language, CURLY)
        for number, form in enumerate(forms):
            for place, block in enumerate(blocks):
                for position in ("only", "first", "last"):
                    if place >= 3 and position != ("only", "first", "last")[(place + number) % 3]:
                        continue
                    yield _in_code(language, form, block, position, chance)
    for ending, forms in SETTINGS.items():
        for form in forms:
            for name in chance.sample(NAMES, 8):
                secret = made(chance)
                path = ending if ending == "Dockerfile" else f"a/b.{ending}"
                yield Planted(filled(form, name, secret), secret, path, f"{ending}: {form}")


def _in_code(language: str, form: str, block: str, position: str, chance: random.Random) -> Planted:
    secret = made(chance)
    lines = next((line for line in block.split("\n") if "*" in line), "")
    indent = lines[: len(lines) - len(lines.lstrip())]
    statement = filled(form, chance.choice(NAMES), secret)
    before, after = OTHER.get(language, ("g(1);", "h(2);"))
    parts = {"only": [statement], "first": [statement, after], "last": [before, statement]}[position]
    text = block.replace("*", f"\n{indent}".join(parts))
    return Planted(f"{text}\n", secret, f"a/b.{ENDINGS[language]}", f"{language} {position}: {form}")


def filled(form: str, name: str, secret: str) -> str:
    """The form with a name and a secret; `@@` is the secret and the sign of an address after it,
    `{at}` the sign alone.
    """
    form = form.replace("#N", name).replace("@@ -1 +1 @@", "\0")
    return form.replace("@", secret, 1).replace("\0", "@@ -1 +1 @@").replace("{at}", "@")


def encodings(secret: str) -> tuple[str, ...]:
    """The secret plain, in base 64, and percent-encoded: what must not be in any byte that is sent."""
    data = secret.encode()
    return secret, base64.b64encode(data).decode().rstrip("="), quote(secret, safe="")
