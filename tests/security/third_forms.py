"""A third batch of forms, written by somebody who had not read the redaction. `@` is the secret, `{at}` the sign itself;
one in seven was sent by the version before.
"""

from __future__ import annotations

from collections.abc import Iterator

from tests.security.forms import Planted

SECRETS = ("Tr0ub4dor&3", "k9Xq2mPw7LzR4vT8")

FORMS = {
    'a.py': (
        'DATABASES = {"default": {"ENGINE": "x", "PASSWORD": "@"}}', 'password: str | None = "@"',
        'def connect(user="a", *, password="@"): ...',
        'class S(BaseSettings):\n    db_password: SecretStr = Field("@", env="X")',
        'creds = Credentials(\n    username="a",\n    password="@",\n)', 'pw = "@"; db = 1', 'if (pw := "@"): pass',
        'PASSWORD = "@" if DEBUG else ""', 'for password in ("@", "b1!x"): try_(password)',
        'config = {"db": ("root", "@")}  # user, password', 'with connect(password="@") as c: pass',
        'assert verify("alice", password="@")', 'return {"Authorization": "Bearer @"}',
        'h["authorization"] = "token @"', '@x(password="@")\ndef f(): pass', 'yield User(name="a", password="@")',
        'password = f"{prefix}@"', 'password = "@".encode()', 'password = b"@".decode()',
        'secrets = dict(zip(["a"], ["@"]))', 'conf.set("db", "password", "@")', 'print(f"password=@")',
        'url = "https://user:@{at}host/path"', 'DSN = "https://@{at}sentry.io/123"',
        'dsn="postgresql://u:@{at}h:5432/d?sslmode=x"', 'conn = pyodbc.connect("DRIVER={x};SERVER=h;UID=a;PWD=@")',
        'os.environ |= {"API_SECRET": "@"}', 'SECRET = r"""@"""', 'x = Template("password: @")',
        'argv = ["mysql", "-p@"]', 'cmd = "sshpass -p @ ssh a"', 'token = jwt.encode(p, key="@")',
        'aws = {"aws_secret_access_key": "@"}', 'passwords = {"alice": "@", "bob": "x"}',
        'password = [c for c in "@"]', 'lambda pw="@": pw', 'self._password: Final = "@"', 'a = b = password = "@"',
        'password, = ("@",)', 'try:\n    pass\nexcept E:\n    password = "@"',
        'async with s.post(u, json={"pw": "@"}): pass', 'creds = ("alice", "@")',
        'cur.execute("ALTER USER a PASSWORD \'@\'")',
        'cur.execute("INSERT INTO users(name,password) VALUES (\'a\', \'@\')")',
        'hashlib.sha256(b"salt" + b"@")  # password', 'key = hashlib.sha256("@".encode()).digest()',
        'cipher = AES.new(b"@", AES.MODE_GCM)', 'hmac.new(b"@", msg)', 'signer = Signer("@")',
        's = URLSafeTimedSerializer("@")', 'app.config["SECRET_KEY"] = "@"', 'mqtt.username_pw_set("a", "@")',
        'ftp = FTP("h", "u", "@")', 'zf.extractall(pwd=b"@")', 'imap.login("a", "@")',
        'ssh.connect("h", 22, "u", "@")', 'client = MongoClient("h", username="u", password="@")',
        'session.auth = ("u", "@")', 'HTTPBasicAuth("u", "@")', 'authenticate("u", "@")', 'password_for_alice = "@"',
        'alice_pw = "@"', 'PW_ALICE = "@"', 'passwd_db = "@"', 'the_secret_sauce = "@"',
    ),
    'a.js': (
        "const opts = {auth: {user: 'a', pass: '@'}};", "export const DB_PASS = '@' as string;",
        "process.env.DB_PASSWORD = process.env.DB_PASSWORD || '@'",
        "const creds = ['root', '@']; // user and password", 'fetch(`https://u:@{at}h/x`)',
        "axios.post(u, {}, {headers: {'X-Api-Key': '@'}})",
        "const s = new Sequelize('db', 'user', '@', {host: 'h'});",
        "const c = mysql.createConnection({host:'h', user:'u', password:'@'});",
        "new Pool({connectionString: 'postgres://u:@{at}h/d'});", "client.auth('@');",
        "redis.createClient({password: '@'});", "const k = Buffer.from('@').toString('base64'); // api key",
        "crypto.createCipheriv('aes-256-cbc', '@', iv);", "bcrypt.hash('@', 10);",
        'passport.use(new X({clientSecret: `@`}));', "const token = '@'", "let {password = '@'} = o",
        "class A { #password = '@'; }", "class A { static secret = '@' }", "const f = ({password = '@'}) => 1",
        "<Input type='password' value='@' />", '<input name="password" value="@">', "window.API_KEY='@'",
        "sessionStorage.token = '@'", "xhr.setRequestHeader('Authorization', 'Bearer @')",
        "xhr.open('GET', u, true, 'user', '@')", "nodemailer.createTransport({auth:{user:'a',pass:'@'}})",
        "twilio('ACx', '@')", "stripe('@') // secret key", "const secret = atob('@')", "if (pw == '@') go()",
        "switch(password){ case '@': go() }", "assert.equal(user.password, '@')", "cy.get('#password').type('@')",
        "await page.fill('input[name=password]', '@')", "test.each([['alice', '@']])('logs in with password %s', f)",
        "vars: {PASSWORD: '@'}", 'const env = `DB_PASSWORD=@`',
    ),
    'A.java': (
        '{at}Value("@") private String password;', 'private final char[] secret = {"@"};',
        'props.put("password", "@");', 'new UsernamePasswordCredentials("u", "@");', 'ds.setPassword("@");',
        'String url = "jdbc:mysql://h/db?user=u&password=@";',
        'connection = DriverManager.getConnection("jdbc:x", "u", "@");',
        'request.setHeader("Authorization", "Basic @");', 'Cipher c; new SecretKeySpec("@".getBytes(), "AES");',
        'Algorithm.HMAC256("@");', 'Jwts.parser().setSigningKey("@");',
        'env.put("java.naming.security.credentials", "@");', 'session.connect("u", "@");',
        'JSch j; s.setPassword("@");', 'static final Map<String,String> P = Map.of("password", "@");',
        'var password = "@";', 'if (password.equals("@")) {}', 'if ("@".equals(password)) {}',
        'Objects.equals(password, "@");', 'String p = Optional.ofNullable(x).orElse("@"); // password',
        'getenv().getOrDefault("DB_PASSWORD", "@");', 'System.getProperty("password", "@");',
        'ks.load(in, "@".toCharArray());', 'auth.inMemoryAuthentication().withUser("u").password("@");',
        '{at}Test void login() { login("alice", "@"); }', 'String sql = "IDENTIFIED BY \'@\'";',
        'enum E { PASSWORD("@"); }', 'record C(String password) {} C c = new C("@");',
        'builder.credentials("u", "@");', '.apiKey("@")', '.withClientSecret("@")',
        'String s = "password" + "=" + "@";', 'StringBuilder b; b.append("password=").append("@");',
        '{at}SuppressWarnings("x") String passwd = "@";',
    ),
    'a.go': (
        'db, _ := sql.Open("mysql", "u:@{at}tcp(h)/d")', 'cfg.Password = "@"', 'const apiKey = `@`',
        'opts := Options{Username: "u", Password: "@"}', 'req.Header.Set("Authorization", "Bearer @")',
        'var secrets = map[string]string{"db": "@"}',
        'token, err := jwt.Parse(t, func() { return []byte("@"), nil })', 'os.Setenv("AWS_SECRET_ACCESS_KEY", "@")',
        'pw := flag.String("password", "@", "")', 'viper.SetDefault("db.password", "@")',
        'if subtle.ConstantTimeCompare([]byte(password), []byte("@")) == 1 {}', 'ssh.Password("@")',
        'smtp.PlainAuth("", "u", "@", "h")', 'mac := hmac.New(sha256.New, []byte("@"))',
        'store := sessions.NewCookieStore([]byte("@"))', 'aes.NewCipher([]byte("@"))',
        'credentials.NewStaticCredentials("AK", "@", "")',
        'type T struct { Password string `env:"P" envDefault:"@"` }', 'password := getenv("P", "@")',
        'switch password { case "@": }', 'return errors.New("bad password @")',
        'bcrypt.GenerateFromPassword([]byte("@"), 10)', 'r.SetBasicAuth("u", "@")', 'url.UserPassword("u", "@")',
        '{name: "ok", password: "@"},', 'tests := []struct{user, password string}{{"a", "@"}}',
    ),
    'a.ts': (
        "const x: Cfg = { password: '@' };", "constructor(private password: string = '@') {}",
        "{at}Input() password = '@';", "enum Secrets { Db = '@' }", "type P = { password: '@' };",
        "export default { auth: { secret: '@' } } as const;",
        "const m = new Map<string, string>([['password', '@']]);", "password!: string = '@';",
        "const pw = <const>'@';", "readonly apiKey: string = '@'", "jwt.sign(p, '@')",
        "JwtModule.register({secret: '@'})", "useValue: '@', // the api key",
    ),
    'a.yaml': (
        'db:\n  password: @', "password: '@'", '- name: DB_PASSWORD\n  value: @',
        '- name: DB_PASSWORD\n  value: "@"', 'env:\n  - DB_PASSWORD=@', 'password: >-\n  @', 'password: |\n  @',
        'db: {user: a, password: @}', 'spring.datasource.password: @', 'data:\n  password: !!binary @',
        'auth:\n  basic: "u:@"', 'url: https://u:@{at}h/', 'connectionString: Server=h;User Id=a;Password=@;',
        '- token: @', 'api-key : @', 'x-api-key: @', '"password": @', 'credentials: @', 'command: --password=@',
        'command: ["--password", "@"]', 'command:\n  - --password\n  - @', 'redis://:@{at}h:6379',
        'ansible_ssh_pass: @', 'ansible_become_password: @', 'mysql_root_password: "{{ x | default(\'@\') }}"',
        'DB_PASSWORD: ${DB_PASSWORD:-@}', 'password: ${PW:@}',
    ),
    'a.toml': (
        'password = "@"', "[db]\npassword = '@'", 'db.password = "@"', 'auth = { user = "u", pass = "@" }',
        'tokens = ["@"]', 'url = "postgres://u:@{at}h/d"', '[credentials]\nkey = "@"',
        '[http.headers]\nAuthorization = "Bearer @"', "secret = '''\n@'''", '"api key" = "@"',
    ),
    'a.properties': (
        'db.password=@', 'db.password = @', 'db.password: @', 'db.password @', 'db.password=\\\n  @',
        'app.secret.key=@', 'spring.datasource.url=jdbc:postgresql://h/d?user=u&password=@',
        'ssl.key-store-password=@', 'management.token=${T:@}',
    ),
    '.env': (
        'DB_PASSWORD=@', 'export API_KEY=@', "DB_PASSWORD='@'", 'DB_PASSWORD="@"  # x',
        'DATABASE_URL=postgres://u:@{at}h/d', 'SECRET_KEY_BASE=@', 'MAIL_PASSWORD = @', 'TOKEN=@', '#DB_PASSWORD=@',
        'PGPASSWORD=@',
    ),
    'a.xml': (
        '<password>@</password>', '<property name="password" value="@"/>',
        '<property name="password"><value>@</value></property>', '<add key="ApiKey" value="@" />',
        '<add name="c" connectionString="Server=h;User=a;Password=@" />', "<dataSource user='a' password='@'/>",
        '<entry key="db.password">@</entry>', '<ns:password xml:space="preserve">@</ns:password>',
        '<password><![CDATA[@]]></password>', '<!-- password: @ -->', "<property key='password'>\n  @\n</property>",
        '<string name="api_key">@</string>',
        '<env-entry><env-entry-name>password</env-entry-name><env-entry-value>@</env-entry-value></env-entry>',
        '<password value="@"/>',
        '<context-param><param-name>password</param-name><param-value>@</param-value></context-param>',
        '<credentials username="u">@</credentials>', '<Password   >@</Password>',
    ),
    'a.json': (
        '{"password": "@"}', '{"db":{"pass":"@"}}', '{"auth":["u","@"]}', '{"name":"password","value":"@"}',
        '{"value":"@","name":"DB_PASSWORD"}', '{"headers":{"Authorization":"Bearer @"}}',
        '{"url":"https://u:@{at}h"}', '{"args":["--password","@"]}', '{"cmd":"mysql -u a -p@"}',
        '{"secrets":{"a":"@"}}', '{"x":"{\\"password\\":\\"@\\"}"}', '{"connectionString":"Server=h;Pwd=@;"}',
        '{"env":["DB_PASSWORD=@"]}', '{"Password" : "@"}', '{"users":[{"login":"a","pwd":"@"}]}',
        "{'password': '@'}", '{password: "@"}',
    ),
    'a.sh': (
        'export DB_PASSWORD=@', 'DB_PASSWORD="@" ./x', "mysql -u root -p'@' d", "curl -u 'u:@' h",
        'curl --user=u:@ h', "curl -H 'X-Auth-Token: @' h", "curl -d 'user=a&password=@' h",
        'curl -d \'{"password":"@"}\' h', 'echo @ | sudo -S ls', "echo '@' | passwd --stdin a", 'PASS=${1:-@}',
        'read -p x PASS <<< @', 'docker run -e POSTGRES_PASSWORD=@ x', 'docker login -u u --password @',
        'kubectl create secret generic s --from-literal=key=@', 'kubectl --token=@ get po',
        'aws configure set aws_secret_access_key @', 'psql postgresql://u:@{at}h/d', 'sshpass -p @ ssh h',
        'openssl enc -pass pass:@ x', 'gpg --passphrase @ x', 'htpasswd -b f u @', 'useradd -p @ u',
        'mongo -u a -p @', 'redis-cli -a @', 'git clone https://u:@{at}github.com/x', 'ftp ftp://u:@{at}h',
        'wget --password=@ h', 'vault login @', 'gh auth login --with-token <<< @',
        'npm config set //r/:_authToken @', 'heroku config:set SECRET=@', "printf 'password=%s' '@'",
        'declare -x TOKEN=@', 'typeset PW=@', 'cat <<E > f\npassword=@\nE', 'expect "password:"; send "@\\r"',
        'unzip -P @ f', '7z x -p@ f', 'keytool -storepass @', 'ansible-vault --vault-password @',
        'az login -u u -p @', 'smbclient -U u%@ //h/s', 'rsync --password-file=<(echo @) x', 'ldapsearch -w @ x',
        'net use z: /user:u @', 'snmpwalk -v2c -c @ h', 'ipmitool -U u -P @ x', 'xfreerdp /u:a /p:@ /v:h',
        'cadaver; lftp -u u,@ h',
    ),
    'Dockerfile': (
        'ENV DB_PASSWORD=@', 'ENV DB_PASSWORD @', 'ARG TOKEN=@', "RUN echo 'root:@' | chpasswd", 'RUN curl -u u:@ h',
        'LABEL password=@', 'ENV A=1 SECRET=@',
    ),
    'README.md': (
        'The admin password is `@`.', 'Password: @', 'Login: admin / @', 'Use **@** as the password',
        'user `admin` with password `@`', '| user | password |\n|---|---|\n| a | @ |', 'pw: @', 'my password is @',
        'credentials: `admin:@`', 'admin:@', 'set PASSWORD to @', 'The API key for staging: @',
        'Das Passwort lautet @', 'mot de passe: @', '(password: @)', '- **Password:** @', 'password = @',
        'secret token @ must be rotated', 'log in as root with @', 'pass @ as the token',
    ),
    'commit.txt': (
        'rotate db password from @ to y', 'Use password @ for the test database', 'set API_KEY=@ in CI', 'token: @',
        'fix login (pw @)', 'creds admin/@ no longer work', "Remove hardcoded password '@'", 'the new secret is @',
        'change PIN to @',
    ),
}  # fmt: skip


def third_batch() -> Iterator[Planted]:
    """Each form with each of the secrets."""
    for path, forms in FORMS.items():
        for form in forms:
            for secret in SECRETS:
                text = form.replace("{at}", "\0").replace("@", secret).replace("\0", "@")
                yield Planted(f"{text}\n", secret, path, form)
