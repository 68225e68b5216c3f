package handlers

import (
	"bytes"
	"encoding/json"
	"fmt"
	"html"
	"html/template"
	"io"
	"log"
	"log/slog"
	"net"
	"net/http"
	"net/url"
	"os"
	"path"
	"path/filepath"
	"strings"
	texttemplate "text/template"

	"github.com/gin-gonic/gin"
	"github.com/gorilla/mux"
	"github.com/labstack/echo/v4"
	"github.com/sirupsen/logrus"
	"go.uber.org/zap"
)

func x1(w http.ResponseWriter, r *http.Request) {
	r.ParseForm()
	username := r.Form.Get("username")
	// ruleid: xss
	fmt.Fprintf(w, "nobody is called %q here", username)
	// ok: xss
	fmt.Fprintf(w, "nobody is called %s", html.EscapeString(username))
	// ok: xss
	fmt.Fprintf(w, "<p>%d</p>", len(username))
	// ruleid: xss
	w.Write([]byte("<h1>" + username + "</h1>"))
	// ruleid: xss
	io.WriteString(w, "<h1>"+username+"</h1>")
	// ok: xss
	io.WriteString(w, "<h1>"+template.HTMLEscapeString(username)+"</h1>")
	// ok: xss
	w.Write([]byte("<h1>static</h1>"))
}

func x2(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "application/json")
	// ok: xss
	fmt.Fprintf(w, `{"name": %q}`, r.FormValue("name"))
}

func x3(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	// ok: xss
	w.Write([]byte(r.FormValue("name")))
}

func x4(w http.ResponseWriter, r *http.Request) {
	// ok: xss
	json.NewEncoder(w).Encode(map[string]string{"n": r.FormValue("n")})
	b, _ := json.Marshal(r.FormValue("n"))
	// ok: xss
	w.Write(b)
}

func x5(w http.ResponseWriter, r *http.Request) {
	t := template.Must(template.New("a").Parse("<b>{{.}}</b>"))
	// ok: xss
	t.Execute(w, r.FormValue("n"))
	// ruleid: xss
	t.Execute(w, template.HTML(r.FormValue("n")))
	// ruleid: xss
	t.Execute(w, template.JS(r.FormValue("n")))
	// ruleid: xss
	t.Execute(w, template.URL(r.FormValue("n")))
	// ruleid: xss
	t.Execute(w, template.HTMLAttr(r.FormValue("n")))
	tt := texttemplate.Must(texttemplate.New("a").Parse("<b>{{.}}</b>"))
	// ruleid: xss
	tt.Execute(w, r.FormValue("n"))
	var buf bytes.Buffer
	// ok: xss
	tt.Execute(&buf, r.FormValue("n"))
	// ok: xss
	t.Execute(w, template.HTML("<i>fixed</i>"))
}

func x6(c *gin.Context) {
	// ruleid: xss
	c.Data(200, "text/html; charset=utf-8", []byte("<p>"+c.Query("q")+"</p>"))
	// ruleid: xss
	c.Writer.WriteString("<p>" + c.Query("q"))
	// ok: xss
	c.String(200, "hello %s", c.Query("q"))
	// ok: xss
	c.JSON(200, gin.H{"q": c.Query("q")})
	// ok: xss
	c.HTML(200, "page.tmpl", gin.H{"q": c.Query("q")})
	// ruleid: xss
	c.HTML(200, "page.tmpl", gin.H{"q": template.HTML(c.Query("q"))})
}

func x7(c echo.Context) error {
	if c.QueryParam("a") == "" {
		// ok: xss
		return c.String(200, c.QueryParam("b"))
	}
	// ruleid: xss
	return c.HTML(200, "<h1>"+c.QueryParam("a")+"</h1>")
}

func x8(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	// ruleid: xss
	w.Write(body)
	// ok: xss
	http.Error(w, "bad: "+r.FormValue("x"), 400)
}

func x9(w http.ResponseWriter, r *http.Request) {
	v := mux.Vars(r)["title"]
	esc := strings.NewReplacer("<", "&lt;", ">", "&gt;", "&", "&amp;", `"`, "&#34;", "'", "&#39;")
	// ok: xss
	fmt.Fprint(w, esc.Replace(v))
	// ruleid: xss
	fmt.Fprint(w, "<b>", v, "</b>")
	// ok: xss
	fmt.Fprintln(w, url.QueryEscape(v))
}

func s1(w http.ResponseWriter, r *http.Request) {
	target := r.FormValue("target")
	// ruleid: ssrf
	resp, err := http.Get("https://" + target + ".shop.example.com/prices")
	_, _ = resp, err
	// ruleid: ssrf
	http.Get(target)
	// ruleid: ssrf
	http.Post(target, "text/plain", nil)
	// ok: ssrf
	http.Get("https://shop.example.com/prices?of=" + url.QueryEscape(target))
	// ok: ssrf
	http.Get("https://example.com/search?q=" + target)
	var sub string
	if target == "de" {
		sub = "eu"
	} else {
		sub = "all"
	}
	// ok: ssrf
	http.Get("https://" + sub + ".shop.example.com/prices")
	// ruleid: ssrf
	req, _ := http.NewRequest("GET", target, nil)
	http.DefaultClient.Do(req)
	// ruleid: ssrf
	net.Dial("tcp", target)
	// ok: ssrf
	req2, _ := http.NewRequest("POST", "https://api.example.com", strings.NewReader(target))
	// ok: ssrf
	req2.Header.Set("X-A", target)
}

var hosts = map[string]bool{"a.example.com": true}

func s2(w http.ResponseWriter, r *http.Request) {
	u, err := url.Parse(r.FormValue("u"))
	if err != nil || !hosts[u.Hostname()] {
		http.Error(w, "no", 403)
		return
	}
	// ok: ssrf
	http.Get(u.String())
}

func s3(c *gin.Context) {
	cl := &http.Client{}
	// ruleid: ssrf
	cl.Get(c.Query("url"))
	id := c.Param("id")
	// ok: ssrf
	cl.Get(fmt.Sprintf("http://users.internal/%s/profile", url.PathEscape(id)))
	// ruleid: ssrf
	cl.Get(fmt.Sprintf("http://%s/profile", id))
	switch c.Query("env") {
	case "prod":
		// ok: ssrf
		cl.Get("https://prod.example.com")
	}
}

func p1(w http.ResponseWriter, r *http.Request) {
	name := r.URL.Query().Get("file")
	// ruleid: path-traversal
	data, _ := os.ReadFile(filepath.Join("/var/data", name))
	_ = data
	// ruleid: path-traversal
	os.Open("/var/data/" + name)
	// ok: path-traversal
	os.ReadFile(filepath.Join("/var/data", filepath.Base(name)))
	// ok: path-traversal
	os.ReadFile(filepath.Join("/var/data", filepath.Clean("/"+name)))
	// ruleid: path-traversal
	http.ServeFile(w, r, name)
	// ok: path-traversal
	http.ServeFile(w, r, "static/index.html")
	// ruleid: path-traversal
	os.Remove("/tmp/x/" + name)
	// ok: path-traversal
	os.WriteFile("/srv/"+path.Base(name), nil, 0o600)
	// ruleid: path-traversal
	os.MkdirAll(name, 0o700)
}

func p2(w http.ResponseWriter, r *http.Request) {
	base := "/srv/files"
	full := filepath.Join(base, r.FormValue("f"))
	if !strings.HasPrefix(full, base+string(os.PathSeparator)) {
		http.Error(w, "no", 400)
		return
	}
	// ok: path-traversal
	os.Open(full)
}

func p3(w http.ResponseWriter, r *http.Request) {
	abs, err := filepath.Abs(filepath.Join("/srv", r.FormValue("f")))
	if err != nil || !strings.HasPrefix(abs, "/srv/") {
		return
	}
	// ok: path-traversal
	os.ReadFile(abs)
	rel := r.FormValue("g")
	if !filepath.IsLocal(rel) {
		return
	}
	// ok: path-traversal
	os.ReadFile(filepath.Join("/srv", rel))
	h := r.FormValue("h")
	if strings.Contains(h, "/") || strings.Contains(h, "\\") || strings.Contains(h, "..") {
		return
	}
	// ok: path-traversal
	os.ReadFile("/srv/" + h)
}

func p4(c *gin.Context) {
	// ruleid: path-traversal
	c.File(c.Query("f"))
	// ok: path-traversal
	c.File("./static/logo.png")
	f, _ := c.FormFile("up")
	// ruleid: path-traversal
	c.SaveUploadedFile(f, "/up/"+f.Filename)
	// ok: path-traversal
	c.SaveUploadedFile(f, filepath.Join("/up", filepath.Base(f.Filename)))
	// ruleid: path-traversal
	c.FileAttachment(filepath.Join("/d", c.Param("n")), "x")
}

func p5(c echo.Context) error {
	// ruleid: path-traversal
	os.Create(filepath.Join("/d", c.FormValue("n")))
	// ruleid: path-traversal
	os.Rename("/d/a", c.FormValue("n"))
	// ruleid: path-traversal
	return c.File("/d/" + c.QueryParam("n"))
}

func p6() {
	f := os.Getenv("tainted_file")
	os.ReadFile(f)
	// ok: path-traversal
	os.Open(os.Args[1])
}

func l1(w http.ResponseWriter, r *http.Request) {
	u := r.FormValue("user")
	// ruleid: log-injection
	log.Printf("user %s logged in", u)
	// ruleid: log-injection
	log.Println("user: " + u)
	// ok: log-injection
	log.Printf("user %q logged in", u)
	clean := strings.ReplaceAll(strings.ReplaceAll(u, "\n", ""), "\r", "")
	// ok: log-injection
	log.Printf("user %s", clean)
	// ruleid: log-injection
	logrus.Info("user " + u)
	// ruleid: log-injection
	logrus.WithField("u", 1).Infof("user %s", u)
	// ok: log-injection
	slog.Info("login", "user", u)
	// ok: log-injection
	zap.S().Infof("login %s", u)
	// ok: log-injection
	log.Print(len(u))
	// ok: log-injection
	log.Println("started")
}

func r1(w http.ResponseWriter, r *http.Request) {
	t := r.FormValue("target")
	// ruleid: open-redirect
	http.Redirect(w, r, t, 302)
	// ok: open-redirect
	http.Redirect(w, r, "/home", 302)
	// ok: open-redirect
	http.Redirect(w, r, "/search?q="+url.QueryEscape(t), 302)
	u, err := url.Parse(t)
	if err == nil && u.Hostname() == "" {
		// ok: open-redirect
		http.Redirect(w, r, u.Path, 302)
	}
	w.Header().Set("Location", t)
	w.WriteHeader(302)
}

func r2(w http.ResponseWriter, r *http.Request) {
	t := r.FormValue("t")
	if !strings.HasPrefix(t, "https://example.com/") {
		t = "/"
	}
	// ok: open-redirect
	http.Redirect(w, r, t, 302)
	n := r.FormValue("n")
	if strings.HasPrefix(n, "/") {
		// ruleid: open-redirect
		http.Redirect(w, r, n, 302)
	}
	if strings.HasPrefix(n, "/") && !strings.HasPrefix(n, "//") && !strings.HasPrefix(n, "/\\") {
		// ok: open-redirect
		http.Redirect(w, r, n, 302)
	}
}

func r3(c *gin.Context) {
	// ruleid: open-redirect
	c.Redirect(302, c.Query("next"))
	// ok: open-redirect
	c.Redirect(302, "/login")
	allowed := []string{"/a", "/b"}
	for _, a := range allowed {
		if a == c.Query("next") {
			// ok: open-redirect
			c.Redirect(302, a)
		}
	}
}

func r4(c echo.Context) error {
	if c.QueryParam("x") != "" {
		// ruleid: open-redirect
		return c.Redirect(302, c.QueryParam("x"))
	}
	// ok: open-redirect
	return c.Redirect(302, "/x")
}
