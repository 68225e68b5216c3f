"""Functions of the standard library of Go: see the package."""

from __future__ import annotations

CALLS = {
    "command-injection": """
        os/exec: exec.Command(X)
        os/exec: exec.Command("sh", "-c", X)
        os/exec: exec.LookPath(X)
        os/exec: (&exec.Cmd{Path: X}).Run()
        os/exec: (&exec.Cmd{Path: "/bin/sh", Args: []string{"sh", "-c", X}}).Run()
        context os/exec: exec.CommandContext(context.Background(), X)
        context os/exec: exec.CommandContext(context.Background(), "sh", "-c", X)
        os: os.StartProcess(X, nil, nil)
        os: os.StartProcess("/bin/sh", []string{"sh", "-c", X}, nil)
        syscall: syscall.Exec(X, nil, nil)
        syscall: syscall.ForkExec(X, nil, nil)
        syscall: syscall.StartProcess(X, nil, nil)
        syscall: syscall.Exec("/bin/sh", []string{"sh", "-c", X}, nil)
        syscall: syscall.ForkExec("/bin/sh", []string{"sh", "-c", X}, nil)
    """,
    "sql-injection": """
        context database/sql: theDB.Query("select " + X)
        context database/sql: theDB.QueryRow("select " + X)
        context database/sql: theDB.Exec("select " + X)
        context database/sql: theDB.Prepare("select " + X)
        context database/sql: theDB.QueryContext(context.Background(), "select " + X)
        context database/sql: theDB.QueryRowContext(context.Background(), "select " + X)
        context database/sql: theDB.ExecContext(context.Background(), "select " + X)
        context database/sql: theDB.PrepareContext(context.Background(), "select " + X)
    """,
    "path-traversal": """
        os: os.Create(X)
        os: os.Mkdir(X)
        os: os.MkdirAll(X)
        os: os.Open(X)
        os: os.ReadDir(X)
        os: os.ReadFile(X)
        os: os.Readlink(X)
        os: os.Remove(X)
        os: os.RemoveAll(X)
        os: os.OpenFile(X, 0, 0)
        os: os.WriteFile(X, nil, 0)
        os: os.Rename(X, "b")
        os: os.Chmod(X, 0)
        os: os.Chown(X, 1, 1)
        os: os.Link(X, "b")
        os: os.Symlink(X, "b")
        os: os.Truncate(X, 1)
        os: os.Lchown(X, 1, 1)
        os: os.Chtimes(X, t, t)
        os: os.Chdir(X)
        os: os.Stat(X)
        os: os.Lstat(X)
        os: os.DirFS(X)
        os: os.OpenRoot(X)
        os: os.OpenInRoot(X, "a")
        os: os.CreateTemp(X, "a")
        os: os.CreateTemp("a", X)
        os: os.MkdirTemp(X, "a")
        os: os.MkdirTemp("a", X)
        os: os.CopyFS(X, nil)
        os: os.Rename("a", X)
        os: os.Link("a", X)
        os: os.Symlink("a", X)
        io/ioutil: ioutil.ReadFile(X)
        io/ioutil: ioutil.ReadDir(X)
        io/ioutil: ioutil.WriteFile(X, nil, 0)
        io/ioutil: ioutil.TempFile(X, "a")
        io/ioutil: ioutil.TempDir(X, "a")
        net/http: http.ServeFile(w, r, X)
        net/http: http.Dir(X)
        net/http: http.ServeFileFS(w, r, nil, X)
        net/http: http.FileServer(http.Dir(X))
        net/http: http.ListenAndServeTLS(":1", X, "b", nil)
        path/filepath: filepath.Walk(X, nil)
        path/filepath: filepath.WalkDir(X, nil)
        path/filepath: filepath.Glob(X)
        path/filepath: filepath.EvalSymlinks(X)
        archive/zip: zip.OpenReader(X)
        debug/elf: elf.Open(X)
        go/parser: parser.ParseFile(nil, X, nil, 0)
        go/parser: parser.ParseDir(nil, X, nil, 0)
        syscall: syscall.Open(X, 0, 0)
        syscall: syscall.Unlink(X)
        syscall: syscall.Rmdir(X)
        syscall: syscall.Mkdir(X, 0)
        syscall: syscall.Rename(X, "b")
        syscall: syscall.Chmod(X, 0)
        syscall: syscall.Chroot(X)
        syscall: syscall.Mount(X, "a", "b", 0, "")
        crypto/tls: tls.LoadX509KeyPair(X, "b")
        text/template: template.ParseFiles(X)
        text/template: template.ParseGlob(X)
        html/template: template.ParseFiles(X)
        html/template: template.ParseGlob(X)
        html/template: template.New("a").ParseFiles(X)
        html/template: template.New("a").ParseGlob(X)
    """,
    "ssrf": """
        net/http: http.Get(X)
        net/http: http.Head(X)
        net/http: http.Post(X, "a", nil)
        net/http: http.PostForm(X, nil)
        net/http: http.NewRequest("GET", X, nil)
        net/http: http.DefaultClient.Get(X)
        net/http: http.DefaultClient.Head(X)
        net/http: http.DefaultClient.Post(X, "a", nil)
        net/http: http.DefaultClient.PostForm(X, nil)
        net/http: (&http.Client{}).Get(X)
        net/http: (&http.Client{}).Head(X)
        net/http: (&http.Client{}).Post(X, "a", nil)
        context net/http: http.NewRequestWithContext(context.Background(), "GET", X, nil)
        net: net.Dial("tcp", X)
        net: net.DialTimeout("tcp", X, 1)
        net: (&net.Dialer{}).Dial("tcp", X)
        net: net.LookupHost(X)
        net: net.LookupIP(X)
        net: net.ResolveTCPAddr("tcp", X)
        crypto/tls: tls.Dial("tcp", X, nil)
        crypto/tls: tls.DialWithDialer(nil, "tcp", X, nil)
        crypto/tls: (&tls.Dialer{}).Dial("tcp", X)
        net/rpc: rpc.Dial("tcp", X)
        net/rpc: rpc.DialHTTP("tcp", X)
        net/rpc: rpc.DialHTTPPath("tcp", X, "/")
        net/smtp: smtp.Dial(X)
        net/smtp: smtp.SendMail(X, nil, "a", nil, nil)
        context net: (&net.Dialer{}).DialContext(context.Background(), "tcp", X)
        context crypto/tls: (&tls.Dialer{}).DialContext(context.Background(), "tcp", X)
        net/rpc/jsonrpc: jsonrpc.Dial("tcp", X)
        net/textproto: textproto.Dial("tcp", X)
        log/syslog: syslog.Dial("tcp", X, 0, "a")
        database/sql: sql.Open("mysql", X)
    """,
    "code-injection": """
        plugin: plugin.Open(X)
    """,
    "template": """
        text/template: template.New("a").Parse(X)
        text/template: template.Must(template.New("a").Parse(X))
        html/template: template.New("a").Parse(X)
        html/template: template.HTML(X)
        html/template: template.JS(X)
        html/template: template.HTMLAttr(X)
        html/template: template.CSS(X)
        html/template: template.URL(X)
        html/template: template.JSStr(X)
        html/template: template.Srcset(X)
    """,
}

UNREPORTED = {
    "exec.LookPath(X)": "looks where a program is",
    "os.Stat(X)": "tells only whether something is there and what it is like: what is then done with it is reported",
    "os.Lstat(X)": "tells only whether something is there and what it is like: what is then done with it is reported",
    "filepath.EvalSymlinks(X)": "tells only whether something is there and what it is like: what is then done with it is reported",
    'os.CreateTemp("a", X)': "refuses a name with a separator in it",
    'os.MkdirTemp("a", X)': "refuses a name with a separator in it",
    "http.ServeFileFS(w, r, nil, X)": "stays in the file system that it is given",
    'http.ListenAndServeTLS(":1", X, "b", nil)': "reads the certificate of the server before there are requests",
    "net.LookupHost(X)": "asks a name server alone",
    "net.LookupIP(X)": "asks a name server alone",
}
"""Calls that no rule reports, with the reason."""
