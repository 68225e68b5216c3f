"""The functions of the standard libraries that take a command, a query, a path, a template or an address.

By language and class of weakness, a call a line as the documentation of the language writes it, with `X` for what is
given by a user and what has to be imported in front.
"""

from __future__ import annotations

PYTHON = {
    "command-injection": """
        os: os.system(X)
        os: os.popen(X)
        os: os.execl(X, "a")
        os: os.execle(X, "a", {})
        os: os.execlp(X, "a")
        os: os.execlpe(X, "a", {})
        os: os.execv(X, ["a"])
        os: os.execve(X, ["a"], {})
        os: os.execvp(X, ["a"])
        os: os.execvpe(X, ["a"], {})
        os: os.spawnl(os.P_WAIT, X, "a")
        os: os.spawnle(os.P_WAIT, X, "a", {})
        os: os.spawnlp(os.P_WAIT, X, "a")
        os: os.spawnlpe(os.P_WAIT, X, "a", {})
        os: os.spawnv(os.P_WAIT, X, ["a"])
        os: os.spawnve(os.P_WAIT, X, ["a"], {})
        os: os.spawnvp(os.P_WAIT, X, ["a"])
        os: os.spawnvpe(os.P_WAIT, X, ["a"], {})
        os: os.posix_spawn(X, ["a"], {})
        os: os.posix_spawnp(X, ["a"], {})
        os: os.startfile(X)
        subprocess: subprocess.run(X, shell=True)
        subprocess: subprocess.call(X, shell=True)
        subprocess: subprocess.check_call(X, shell=True)
        subprocess: subprocess.check_output(X, shell=True)
        subprocess: subprocess.Popen(X, shell=True)
        subprocess: subprocess.getoutput(X)
        subprocess: subprocess.getstatusoutput(X)
        asyncio: asyncio.create_subprocess_shell(X)
        asyncio: asyncio.create_subprocess_exec(X)
        pty: pty.spawn(X)
    """,
    "sql-injection": """
        sqlite3: sqlite3.connect("a").execute("select " + X)
        sqlite3: sqlite3.connect("a").executemany("select " + X, [])
        sqlite3: sqlite3.connect("a").executescript("select " + X)
        sqlite3: sqlite3.connect("a").cursor().execute("select " + X)
        sqlite3: sqlite3.connect("a").cursor().executemany("select " + X, [])
        sqlite3: sqlite3.connect("a").cursor().executescript("select " + X)
    """,
    "path-traversal": """
        : open(X)
        io: io.open(X)
        os: os.open(X, os.O_RDONLY)
        os: os.remove(X)
        os: os.unlink(X)
        os: os.rmdir(X)
        os: os.removedirs(X)
        os: os.rename(X, "b")
        os: os.renames(X, "b")
        os: os.renames("a", X)
        os: os.replace(X, "b")
        os: os.mkdir(X)
        os: os.makedirs(X)
        os: os.listdir(X)
        os: os.scandir(X)
        os: os.walk(X)
        os: os.chmod(X, 0o600)
        os: os.chown(X, 1, 1)
        os: os.link(X, "b")
        os: os.symlink(X, "b")
        os: os.truncate(X, 1)
        os: os.readlink(X)
        shutil: shutil.copy(X, "b")
        shutil: shutil.copy2(X, "b")
        shutil: shutil.copyfile(X, "b")
        shutil: shutil.copytree(X, "b")
        shutil: shutil.move(X, "b")
        shutil: shutil.rmtree(X)
        shutil: shutil.make_archive(X, "zip")
        shutil: shutil.unpack_archive(X, "b")
        pathlib: pathlib.Path(X).read_text()
        pathlib: pathlib.Path(X).read_bytes()
        pathlib: pathlib.Path(X).write_text("a")
        pathlib: pathlib.Path(X).write_bytes(b"a")
        pathlib: pathlib.Path(X).open()
        pathlib: pathlib.Path(X).unlink()
        zipfile: zipfile.ZipFile(X)
        tarfile: tarfile.open(X)
        gzip: gzip.open(X)
        bz2: bz2.open(X)
        lzma: lzma.open(X)
        fileinput: fileinput.input(X)
        linecache: linecache.getline(X, 1)
        linecache: linecache.getlines(X)
        sqlite3: sqlite3.connect(X)
        shelve: shelve.open(X)
        dbm: dbm.open(X)
    """,
    "ssrf": """
        urllib.request: urllib.request.urlopen(X)
        urllib.request: urllib.request.urlretrieve(X)
        urllib.request: urllib.request.Request(X)
        http.client: http.client.HTTPConnection(X)
        http.client: http.client.HTTPSConnection(X)
        socket: socket.create_connection((X, 80))
        ftplib: ftplib.FTP(X)
        smtplib: smtplib.SMTP(X)
    """,
    "code-injection": """
        : eval(X)
        : exec(X)
        : compile(X, "a", "exec")
        : __import__(X)
        importlib: importlib.import_module(X)
        runpy: runpy.run_path(X)
        runpy: runpy.run_module(X)
        code: code.InteractiveInterpreter().runsource(X)
        timeit: timeit.timeit(X)
    """,
}
_NODE_FS = """access appendFile chmod chown copyFile createReadStream createWriteStream cp link lstat mkdir mkdtemp open
 opendir readFile readdir readlink realpath rename rm rmdir stat symlink truncate unlink utimes writeFile"""
JAVASCRIPT = {
    "command-injection": """
        child_process: child_process.exec(X)
        child_process: child_process.execSync(X)
        child_process: child_process.execFile(X)
        child_process: child_process.execFileSync(X)
        child_process: child_process.spawn(X)
        child_process: child_process.spawnSync(X)
        child_process: child_process.fork(X)
    """,
    "path-traversal": "\n".join(f"fs: fs.{name}(X)" for name in _NODE_FS.split())
    + "\n"
    + "\n".join(
        f"fs: fs.{name}Sync(X)" for name in _NODE_FS.split() if name not in ("createReadStream", "createWriteStream")
    ),
    "ssrf": """
        http: http.get(X)
        http: http.request(X)
        https: https.get(X)
        https: https.request(X)
        http2: http2.connect(X)
        net: net.connect(80, X)
        net: net.createConnection(80, X)
        tls: tls.connect(443, X)
        : fetch(X)
    """,
    "code-injection": """
        vm: vm.runInThisContext(X)
        vm: vm.runInNewContext(X)
        vm: vm.runInContext(X, {})
        vm: vm.compileFunction(X)
        vm: new vm.Script(X)
        : eval(X)
        : new Function(X)
        : setTimeout(X, 1)
        : setInterval(X, 1)
    """,
    "sql-injection": """
        node_sqlite: db.exec("select " + X)
        node_sqlite: db.prepare("select " + X)
    """,
}
_GO_OS = "Create Mkdir MkdirAll Open ReadDir ReadFile Readlink Remove RemoveAll DirFS CreateTemp MkdirTemp"
GO = {
    "command-injection": """
        os/exec: exec.Command(X)
        os/exec: exec.Command("sh", "-c", X)
        context os/exec: exec.CommandContext(context.Background(), X)
        os: os.StartProcess(X, nil, nil)
        syscall: syscall.Exec(X, nil, nil)
        syscall: syscall.ForkExec(X, nil, nil)
    """,
    "sql-injection": "\n".join(
        f'context database/sql: theDB.{name}({"context.Background(), " * name.endswith("Context")}"select " + X)'
        for name in (
            *("Query", "QueryRow", "Exec", "Prepare", "QueryContext", "QueryRowContext", "ExecContext"),
            "PrepareContext",
        )
    ),
    "path-traversal": "\n".join(f"os: os.{name}(X)" for name in _GO_OS.split()[:9])
    + """
        os: os.OpenFile(X, 0, 0)
        os: os.WriteFile(X, nil, 0)
        os: os.Rename(X, "b")
        os: os.Chmod(X, 0)
        os: os.Chown(X, 1, 1)
        os: os.Link(X, "b")
        os: os.Symlink(X, "b")
        os: os.Truncate(X, 1)
        io/ioutil: ioutil.ReadFile(X)
        io/ioutil: ioutil.ReadDir(X)
        io/ioutil: ioutil.WriteFile(X, nil, 0)
        net/http: http.ServeFile(w, r, X)
        path/filepath: filepath.Walk(X, nil)
        path/filepath: filepath.WalkDir(X, nil)
        archive/zip: zip.OpenReader(X)
    """,
    "ssrf": """
        net/http: http.Get(X)
        net/http: http.Head(X)
        net/http: http.Post(X, "a", nil)
        net/http: http.PostForm(X, nil)
        net/http: http.NewRequest("GET", X, nil)
        context net/http: http.NewRequestWithContext(context.Background(), "GET", X, nil)
        net: net.Dial("tcp", X)
        net: net.DialTimeout("tcp", X, 1)
        crypto/tls: tls.Dial("tcp", X, nil)
        net/rpc: rpc.Dial("tcp", X)
        net/smtp: smtp.Dial(X)
    """,
    "template": """
        text/template: template.New("a").Parse(X)
        html/template: template.New("a").Parse(X)
        html/template: template.HTML(X)
        html/template: template.JS(X)
    """,
}
_JAVA_FILES = """copy(Path.of(X), null)|createDirectories(Path.of(X))|createDirectory(Path.of(X))|createFile(Path.of(X))
|delete(Path.of(X))|deleteIfExists(Path.of(X))|lines(Path.of(X))|list(Path.of(X))|move(Path.of(X), null)
|newBufferedReader(Path.of(X))|newBufferedWriter(Path.of(X))|newByteChannel(Path.of(X))|newDirectoryStream(Path.of(X))
|newInputStream(Path.of(X))|newOutputStream(Path.of(X))|readAllBytes(Path.of(X))|readAllLines(Path.of(X))
|readString(Path.of(X))|walk(Path.of(X))|write(Path.of(X), new byte[0])|writeString(Path.of(X), "a")"""
JAVA = {
    "command-injection": """
        : Runtime.getRuntime().exec(X)
        : Runtime.getRuntime().exec(new String[] {"sh", "-c", X})
        : new ProcessBuilder(X).start()
        : new ProcessBuilder("sh", "-c", X).start()
        : new ProcessBuilder().command(X)
        : new ProcessBuilder().command("sh", "-c", X)
    """,
    "sql-injection": "\n".join(
        f'java.sql.*: connection.createStatement().{name}("select " + X)'
        for name in ("execute", "executeQuery", "executeUpdate", "executeLargeUpdate", "addBatch")
    )
    + "\n"
    + "\n".join(f'java.sql.*: connection.{name}("select " + X)' for name in ("prepareStatement", "prepareCall")),
    "path-traversal": "\n".join(f"java.nio.file.*: Files.{call}" for call in _JAVA_FILES.replace("\n", "").split("|"))
    + """
        java.io.*: new FileInputStream(X)
        java.io.*: new FileOutputStream(X)
        java.io.*: new FileReader(X)
        java.io.*: new FileWriter(X)
        java.io.*: new RandomAccessFile(X, "r")
        java.io.*: new PrintWriter(X)
        java.io.*: new File(X).delete()
        java.io.*: new File(X).mkdirs()
        java.util.zip.*: new ZipFile(X)
    """,
    "ssrf": """
        java.net.*: new URL(X).openStream()
        java.net.*: new URL(X).openConnection()
        java.net.*: new URL(X).getContent()
        java.net.*: new Socket(X, 80)
        java.net.* java.net.http.*: HttpRequest.newBuilder(URI.create(X)).build()
        java.net.* java.net.http.*: HttpRequest.newBuilder().uri(URI.create(X)).build()
    """,
    "code-injection": """
        javax.script.*: new ScriptEngineManager().getEngineByName("js").eval(X)
        : Class.forName(X)
        javax.naming.*: new InitialContext().lookup(X)
        : System.load(X)
        : System.loadLibrary(X)
    """,
}
CALLS = {"python": PYTHON, "javascript": JAVASCRIPT, "typescript": JAVASCRIPT, "go": GO, "java": JAVA}


def calls(language: str) -> list[tuple[str, tuple[str, ...], str]]:
    """Class, modules to import and call of each line for a language."""
    found = []
    for group, text in CALLS[language].items():
        for line in filter(None, map(str.strip, text.split("\n"))):
            modules, _, call = line.partition(": ") if not line.startswith(": ") else ("", "", line[2:])
            found.append((group, tuple(modules.split()), call))
    return found
