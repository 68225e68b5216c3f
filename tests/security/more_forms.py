"""A second batch of forms, written after the first version of the redaction was done. `@` is the secret."""

from __future__ import annotations

import random
from collections.abc import Iterator

from tests.security.forms import Planted, filled, made

FORMS = {
    "a.py": (
        "parser.add_argument('--db-pass', default='@')", "@dataclass\nclass A:\n    pw: str = field(default='@')".replace("@data", "{at}data"),
        "CREDS = {'prod': {'user': 'root', 'pw': '@'}}", "assert client.post('/login', data={'username': 'a', 'password': '@'})",
        "monkeypatch.setenv('API_TOKEN', '@')", "x = os.environ.get('JWT_SECRET') or '@'", "PASSWORDS = ('@', 'b')", "token: Annotated[str, Doc('t')] = '@'",
        "if not hmac.compare_digest(token, '@'):\n    pass", "user.set_password('@')", "User.objects.create_user('bob', 'b', '@')",
        "keyring.set_password('svc', 'bob', '@')", "fernet = Fernet(b'@')", "jwt.encode({'a': 1}, '@', algorithm='HS256')",
        "app.config.update(SECRET_KEY='@', DEBUG=True)", "app.secret_key = '@'", "conn = psycopg2.connect('host=h dbname=d user=u password=@')",
        "engine = create_engine('postgresql+psycopg2://u:@{at}h:5432/d')", "ssh.connect('h', username='u', password='@')",
        "paramiko.Transport(('h', 22)).connect(username='u', password='@')", "boto3.client('s3', aws_access_key_id='a', aws_secret_access_key='@')",
        "smtp.login('me', '@')", "headers = {'Authorization': 'Bearer @'}", "headers = {'X-Auth-Token': '@'}", "headers={'PRIVATE-TOKEN': '@'}",
        "session.cookies.set('sessionid', '@')", "subprocess.run(f'mysqldump -u root -p@ {db}', shell=True)", "pexpect.spawn('ssh h').sendline('@')  # password: @",
        "def get_password():\n    return '@'", "password = lambda: '@'", "PASSWORD = ''.join(['@', ''])", "password = '%s' % '@'", "print('password:', '@')",
        "log.info('login with password %s', '@')", "raise E('bad password: @')", "p4ss = 1\npassword = bytes('@', 'utf8')", "api = Api(key='a', secret='@')",
        "redis.Redis(host='h', password='@', db=0)", "x['auth']['password'] = '@'", "d = dict([('password', '@')])", "Client('sid', auth_token='@')",
        "case = pytest.param('bob', '@', id='password')  # password is @", "password, *rest = '@', 1, 2", "(user, password) = ('bob', '@')",
        "password = password or '@'", "password = (\n    'first' if a\n    else '@'\n)", "db = {**base, 'PASSWORD': '@'}", "match p:\n    case Login(password='@'):\n        pass",
        "openai.api_key = '@'", "x = '{\"a\": [{\"secret\": \"@\"}]}'", "\"\"\"Connect.\n\n    >>> connect(password='@')\n\"\"\"", "password = input() or '@'",
        "os.putenv('PGPASSWORD', '@')", "environ = {**os.environ, 'TOKEN': '@'}",
    ),
    "a.js": (
        "mongoose.connect('mongodb+srv://u:@{at}c.example/x');", "module.exports = { db: { password: '@' } };", "process.env.SECRET = '@';",
        "await page.fill('#password', '@');", "cy.get('[name=password]').type('@');", "await page.type('input[type=password]', '@');",
        "const client = new Client({ user: 'a', password: '@', port: 1 });", "app.use(session({ secret: '@', resave: false }));", "jwt.sign(p, '@', { expiresIn: 1 });",
        "crypto.createHmac('sha256', '@').update(a);", "fetch(u, { headers: { Authorization: `Bearer @` } });", "fetch(u, { headers: { 'x-api-key': '@' } });",
        "localStorage.setItem('token', '@');", "document.cookie = 'session=@; path=/';", "const pw = atob(btoa('@'));", "expect(user.password).toBe('@');",
        "const { data } = await axios.post(u, { email: 'a', password: '@' });", "passport.use(new S({ clientID: 'a', clientSecret: '@' }));",
        "firebase.initializeApp({ apiKey: '@' });", "new AWS.Config({ accessKeyId: 'a', secretAccessKey: '@' });", "axios.defaults.headers.common['Authorization'] = 'Token @';",
        "export default { password: '@' };", "const passwords = new Map([['root', '@']]);", "const passwords = { root: '@' };", "let a = b ? c : '@'; // password @",
        "test('logs in', () => login({ password: '@' }));", "<Login password=\"@\" />;", "const el = <input type=\"password\" defaultValue=\"@\" />;",
        "Object.assign(config, { password: '@' });", "process.env['DB_PASSWORD'] ||= '@';",
    ),
    "A.java": (
        "@Value(\"${db.password:@}\") String p;".replace("@V", "{at}V"), "spec = new PBEKeySpec(\"@\".toCharArray());", "new SecretKeySpec(\"@\".getBytes(), \"AES\");",
        "ds.setConnectionProperties(\"user=a;password=@\");", "return new User(\"a\", \"@\");  // password: @", "auth.inMemoryAuthentication().withUser(\"a\").password(\"{noop}@\");",
        "when(repo.password()).thenReturn(\"@\");", "assertEquals(\"@\", user.getPassword());", "String getPassword() { return \"@\"; }", "env.put(Context.SECURITY_CREDENTIALS, \"@\");",
        "keyStore.load(in, \"@\".toCharArray());  // keystore password @", "request.header(\"Authorization\", \"Bearer @\");", "var json = \"\"\"\n  {\"password\": \"@\"}\n  \"\"\";",
        "new UsernamePasswordAuthenticationToken(\"a\", \"@\");", "Jwts.builder().signWith(SignatureAlgorithm.HS256, \"@\").compact();",
        "{at}Test void t() { assertThat(user.getPassword()).isEqualTo(\"@\"); }",
    ),
    "a.go": (
        "cfg := mysql.Config{User: \"a\", Passwd: \"@\"}", "client := redis.NewClient(&redis.Options{Addr: a, Password: \"@\"})", "smtp.PlainAuth(\"\", \"a\", \"@\", \"h\")",
        "dsn := fmt.Sprintf(\"host=%s user=a password=@ dbname=d\", h)", "t.Setenv(\"DB_PASSWORD\", \"@\")", "password := flag.String(\"pw\", \"@\", \"the password\")",
        "token := jwt.New(m).SignedString([]byte(\"@\"))", "ssh.Password(\"@\")", "var (\n\tuser = \"a\"\n\tpassword = \"@\"\n)", "type C struct {\n\tPassword string `default:\"@\"`\n}",
        "return \"@\" // the password", "u := url.UserPassword(\"a\", \"@\")",
    ),
    "a.rb": ("Devise.setup { |c| c.secret_key = '@' }", "password = <<~X\n  @\nX", "User.create!(email: 'a', password: '@', password_confirmation: '@')", "fill_in 'Password', with: '@'", "mysql = Mysql2::Client.new(username: 'a', password: '@')", "config.secret_key_base = '@'"),
    "a.php": ("$pdo = new PDO('mysql:host=h', 'a', '@');", "$wp = ['DB_PASSWORD' => '@'];", "define( 'AUTH_KEY', '@' );", "password_hash('@', PASSWORD_DEFAULT);", "$_ENV['SECRET'] = '@';", "mysqli_connect('h', 'a', '@');", "$db['default']['password'] = '@';"),
    "a.cs": ("builder.UseSqlServer(\"Server=h;Initial Catalog=d;User ID=a;Password=@\");", "Environment.SetEnvironmentVariable(\"TOKEN\", \"@\");", "var p = new SecureString(); foreach (var c in \"@\") p.AppendChar(c); // password @", "[InlineData(\"a\", \"@\")] // user and password @", "services.Configure<O>(o => o.ApiKey = \"@\");"),
    "a.rs": ("let password = env::var(\"P\").unwrap_or(\"@\".to_string());", "Credentials::new(\"a\".into(), \"@\".into())", "static TOKEN: &str = \"@\";", ".password(Some(\"@\"))"),
    "a.sh": ("docker login -u a -p @ r.example", "mysql --user=a --password='@'", "read -r PASS <<< '@'", "PASS=$(echo @)  # password @", "curl --user a:@ h", "wget --http-user=a --http-password=@ u", "git clone https://a:@{at}h.example/r.git", "kubectl create secret generic x --from-literal=password=@", "aws configure set aws_secret_access_key @", "export PGPASSWORD=@; psql", "echo 'root:@' | chpasswd", "openssl enc -k @ -in a", "openssl rsa -passin pass:@", "ldapsearch -D cn=a -w @ -b b", "redis-cli -a @ ping", "vault kv put secret/x password=@", "expect -c 'send \"@\\r\"' # password @", "ansible-playbook -e ansible_password=@ p", "helm install x --set auth.password=@", "cat > .netrc <<E\nmachine h login a password @\nE", "sshpass -p'@' ssh h", "smbclient //h/s -U a%@", "http -a a:@ h", "set -x PASSWORD @", "PASSWORD='@' TOKEN=b run"),
    "a.yaml": ("password: !!str @", "password: &pw @", "stringData:\n  password: @", "services:\n  db:\n    environment:\n      POSTGRES_PASSWORD: @", "services:\n  db:\n    environment:\n      - POSTGRES_PASSWORD=@", "password: \"@\" # rotate", "- {name: TOKEN, value: '@'}", "auth: {user: a, pass: @}", "jdbc: jdbc:postgresql://h/d?user=a&password=@", "credentials:\n  username: a\n  password: @", "users:\n  - name: a\n    password: @", "args:\n  - --token\n  - @", "args: ['--token=@']", "secrets:\n  db: @\n  api: b", "run: |\n  curl -H 'X-Api-Key: @' h", "? password\n: @", "webhook_secret: @"),
    "a.toml": ("[registry]\ntoken = \"@\"", "db = { user = \"a\", pass = \"@\" }", "password = '''@'''", "[secrets]\nprod = \"@\""),
    "a.json": ("{\"Parameters\": [{\"ParameterKey\": \"DbPassword\", \"ParameterValue\": \"@\"}]}", "{\"auths\": {\"h\": {\"auth\": \"@\"}}}", "{\"ConnectionStrings\": {\"Db\": \"Server=h;Pwd=@\"}}", "{\"password\":\n  \"@\"}", "{\"env\": {\"SECRET_TOKEN\": \"@\"}}", "{\"passwords\": [\"@\"]}", "{\"key\": \"password\", \"type\": \"text\", \"value\": \"@\"}", "{\"body\": \"{\\\\\\\"password\\\\\\\":\\\\\\\"@\\\\\\\"}\"}"),
    "a.xml": ("<connection user=\"a\" password=\"@\" />", "<wsse:Password Type=\"t\">@</wsse:Password>", "<setting name=\"Password\"><value>@</value></setting>", "<user><name>a</name><pass>@</pass></user>", "<bean><property name=\"password\">\n<value>@</value>\n</property></bean>", "<param name='password' value='@'/>", "<![CDATA[password=@]]>", "<server><username>a</username><password>@</password></server>"),
    "a.properties": ("db.password : @", "javax.net.ssl.keyStorePassword=@", "password   @", "spring.rabbitmq.password=@", "jdbc.url=jdbc:mysql://h/d?password=@&x=1", "!password=@"),
    "a.conf": ("requirepass @", "password = \"@\";", "proxy_set_header Authorization \"Basic @\";", "bindpw @", "<user a>\npassword @\n</user>", "SetEnv DB_PASSWORD @", "ssl_password_file_content @ # password: @", "auth_basic_secret @;", "enable secret 5 @", "snmp-server community @ RO  # secret @", "username a privilege 15 password 0 @"),
    "a.md": ("Password for the test account: `@`", "user: `a`, password: `@`", "| DB_PASSWORD | @ | the password |", "Credentials: a / @", "> pw = @", "1. Enter the password **@**", "The default password (@) has to be changed.", "use the token @ for staging", "export TOKEN=@", "pass: @", "Passwort: @", "mot de passe : @", "La contraseña es @", "пароль: @", "密码：@", "creds -> bob:@", "PIN is @", "SSH passphrase: @", "login bob, password @", "PW=@;", "user/pass: bob/@", "<details>password: @</details>"),
    "a.sql": ("GRANT ALL ON d.* TO a IDENTIFIED BY '@';", "CREATE LOGIN a WITH PASSWORD = '@';", "SET PASSWORD FOR a = PASSWORD('@');", "INSERT INTO t (id, api_key) VALUES (1, '@'), (2, 'b');", "SELECT * FROM u WHERE name='a' AND password='@'", "CALL login('a', '@');", "CREATE USER a PASSWORD '@';", "ALTER USER a SET password TO '@';", "EXEC sp_addlogin 'a', '@'  -- password @"),
    "a.html": ("<script>var password = '@';</script>", "<input name=\"api_key\" type=\"hidden\" value=\"@\">", "<form action='/x?token=@'>", "<!-- password is @ -->", "<td>Password</td><td>@</td>", "<dt>Password</dt><dd>@</dd>"),
    "a.txt": ("https://h/x?access_token=@", "https://a:@{at}h/", "user=a&password=@&x=1", "%22password%22%3A%22@%22", "password%3D@", "{&quot;password&quot;:&quot;@&quot;}", "password\\u003d@", "X-Api-Key: @", "Proxy-Authorization: Bearer @", "Set-Cookie: sid=@; HttpOnly", "ftp://a:@{at}h/x", "smtp://a:@{at}h:25", "jdbc:oracle:thin:a/@{at}h:1521:x", "sqlplus a/@{at}x", "amqp://a:@{at}h", "a:@{at}tcp(h:1)/d", "net use x: \\\\h\\s /user:a @", "-Dpassword=@", "/p:@ /u:a", "h:5432:d:a:@", "2024-01-01 ERROR login failed password=@ user=a", "password=[@]", "password='@', user='a'", "PASSWORD => @", "[password] => @", "password: <@>"),
}  # fmt: skip


def second_batch(seed: int = 31) -> Iterator[Planted]:
    """One planted secret for each form."""
    chance = random.Random(seed)
    for path, forms in FORMS.items():
        for form in forms:
            secret = made(chance)
            text = filled(form, "password", secret) if form.count("@") == 1 else form.replace("@", secret)
            yield Planted(text.replace("{at}", "@") + "\n", secret, path, form)
