package main

import (
	"bytes"
	"context"
	"database/sql"
	"encoding/base64"
	"encoding/gob"
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	"html"
	"io"
	"log"
	"net/http"
	"net/http/httputil"
	"net/url"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"

	"github.com/gin-gonic/gin"
	"github.com/google/uuid"
	"github.com/gorilla/mux"
	"github.com/labstack/echo/v4"
)

type Search struct {
	Name string `json:"name" form:"name"`
	Page int    `json:"page"`
}

type app struct {
	db    *sql.DB
	query string
}

var nameRE = regexp.MustCompile(`^\w+$`)

func (a *app) regexInline(w http.ResponseWriter, r *http.Request) {
	name := r.FormValue("name")
	if matched, err := regexp.MatchString(`^[a-z]+$`, name); err != nil || !matched {
		return
	}
	// ok: sql-injection
	a.db.Query("SELECT * FROM t WHERE n = '" + name + "'")
}

func (a *app) switchCase(w http.ResponseWriter, r *http.Request) {
	cmd := r.FormValue("cmd")
	switch cmd {
	case "ls", "date":
		// ok: command-injection
		exec.Command(cmd).Run()
	default:
		http.Error(w, "no", 400)
	}
}

func (a *app) allowLoop(w http.ResponseWriter, r *http.Request) {
	file := r.FormValue("file")
	allowed := []string{"a.txt", "b.txt"}
	ok := false
	for _, each := range allowed {
		if each == file {
			ok = true
			break
		}
	}
	if !ok {
		return
	}
	// ok: path-traversal
	os.ReadFile("/data/" + file)
}

func (a *app) bound(c *gin.Context) {
	var s Search
	if err := c.ShouldBindJSON(&s); err != nil {
		c.AbortWithStatus(400)
		return
	}
	// ruleid: sql-injection
	rows, err := a.db.QueryContext(c.Request.Context(), fmt.Sprintf("SELECT * FROM users WHERE name LIKE '%%%s%%' LIMIT 10", s.Name))
	use(rows, err)
	// ok: sql-injection
	a.db.QueryContext(c.Request.Context(), "SELECT * FROM users WHERE name LIKE ?", "%"+s.Name+"%")
	// ok: sql-injection
	a.db.Query(fmt.Sprintf("SELECT * FROM users LIMIT 10 OFFSET %d", s.Page))
}

func (a *app) decoded(w http.ResponseWriter, r *http.Request) {
	var body struct {
		Command string `json:"command"`
	}
	decoder := json.NewDecoder(r.Body)
	if err := decoder.Decode(&body); err != nil {
		return
	}
	// ruleid: command-injection
	out, _ := exec.Command("sh", "-c", body.Command).Output()
	w.Header().Set("Content-Type", "text/plain")
	// ok: xss
	w.Write(out)
}

func (a *app) unmarshalled(w http.ResponseWriter, r *http.Request) {
	data, _ := io.ReadAll(r.Body)
	var s Search
	json.Unmarshal(data, &s)
	// ruleid: path-traversal
	os.Remove("/data/" + s.Name)
	// ruleid: xss
	fmt.Fprintf(w, "<p>%s</p>", s.Name)
	// ok: xss
	fmt.Fprintf(w, "<p>%d</p>", s.Page)
}

func handler(db *sql.DB) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		id := mux.Vars(r)["id"]
		// ruleid: sql-injection
		row := db.QueryRow(`SELECT name FROM users WHERE id = ` + id)
		use(row)
	}
}

func routes(db *sql.DB, router *gin.Engine) {
	router.GET("/u/:id", func(c *gin.Context) {
		id := c.Param("id")
		query := "SELECT * FROM users WHERE id = " + id
		// ruleid: sql-injection
		rows, err := db.Query(query)
		use(rows, err)
		uid, err := uuid.Parse(id)
		if err != nil {
			return
		}
		// ok: sql-injection
		db.Query("SELECT * FROM users WHERE id = '" + uid.String() + "'")
	})
	http.HandleFunc("/x", func(w http.ResponseWriter, req *http.Request) {
		// ruleid: xss
		fmt.Fprintln(w, "<h1>"+req.URL.Query().Get("title")+"</h1>")
		// ok: xss
		fmt.Fprintln(w, "<h1>"+html.EscapeString(req.URL.Query().Get("title"))+"</h1>")
	})
}

func build(name string) string {
	var sb strings.Builder
	sb.WriteString("SELECT * FROM users WHERE name = '")
	sb.WriteString(name)
	sb.WriteString("'")
	return sb.String()
}

func (a *app) builder(w http.ResponseWriter, r *http.Request) {
	// ruleid: sql-injection
	a.db.Query(build(r.FormValue("n")))
	// ok: sql-injection
	a.db.Query(build("fixed"))
	var buf bytes.Buffer
	fmt.Fprintf(&buf, "SELECT * FROM t WHERE x = %s", r.FormValue("x"))
	// ruleid: sql-injection
	a.db.Query(buf.String())
}

func (a *app) field(w http.ResponseWriter, r *http.Request) {
	a.query = "SELECT " + r.FormValue("cols")
	// ruleid: sql-injection
	a.db.Query(a.query)
	options := map[string]string{"sort": r.FormValue("sort"), "table": "users"}
	// ruleid: sql-injection
	a.db.Query("SELECT * FROM users ORDER BY " + options["sort"])
	// ok: sql-injection
	a.db.Query("SELECT * FROM " + options["table"])
}

func (a *app) multiline(w http.ResponseWriter, r *http.Request) {
	// ruleid: sql-injection
	_, err := a.db.ExecContext(
		r.Context(),
		"DELETE FROM t WHERE id = "+r.FormValue("id"),
	)
	// ok: sql-injection
	_, err = a.db.ExecContext(
		r.Context(),
		"DELETE FROM t WHERE id = ?",
		r.FormValue("id"),
	)
	// ruleid: command-injection
	cmd := exec.Command(
		"sh",
		"-c",
		"echo "+r.FormValue("id"),
	)
	use(cmd, err)
}

func ping(host string) ([]byte, error) {
	// ruleid: command-injection
	return exec.Command("sh", "-c", "ping -c 1 "+host).CombinedOutput()
}

func pingSafe(host string) ([]byte, error) {
	if !nameRE.MatchString(host) {
		return nil, errors.New("bad host")
	}
	// ok: command-injection
	return exec.Command("sh", "-c", "ping -c 1 "+host).CombinedOutput()
}

func proxied(w http.ResponseWriter, r *http.Request) {
	u, err := url.Parse("http://" + r.FormValue("host"))
	if err != nil {
		return
	}
	p := &httputil.ReverseProxy{Director: func(out *http.Request) {
		// ruleid: ssrf
		out.URL.Host = u.Host
	}}
	p.ServeHTTP(w, r)
}

func webhook(c echo.Context) error {
	var in struct{ URL string }
	if err := c.Bind(&in); err != nil {
		return err
	}
	// ruleid: ssrf
	resp, err := http.Post(in.URL, "application/json", nil)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	// ok: xss
	return c.JSON(200, map[string]string{"status": resp.Status})
}

func hostChecked(w http.ResponseWriter, r *http.Request) {
	u, err := url.Parse(r.FormValue("u"))
	if err != nil {
		return
	}
	switch u.Hostname() {
	case "a.example.com", "b.example.com":
	default:
		return
	}
	// ok: ssrf
	http.Get(u.String())
}

func prefixChecked(w http.ResponseWriter, r *http.Request) {
	u := r.FormValue("u")
	if !strings.HasPrefix(u, "https://api.example.com/") {
		return
	}
	// ok: ssrf
	http.Get(u)
	// ok: open-redirect
	http.Redirect(w, r, u, 302)
}

func fileChecked(w http.ResponseWriter, r *http.Request) {
	name := r.URL.Query().Get("name")
	clean := path.Clean("/" + name)
	// ok: path-traversal
	http.ServeFile(w, r, filepath.Join("/srv", clean))
	if strings.Contains(name, "../") {
		http.Error(w, "bad", 400)
		return
	}
	// ok: path-traversal
	http.ServeFile(w, r, "/srv/"+name)
}

func fileBase(w http.ResponseWriter, r *http.Request) {
	_, name := filepath.Split(r.URL.Path)
	// ok: path-traversal
	os.Open(filepath.Join("/srv", name))
	ext := filepath.Ext(r.FormValue("x"))
	// ok: path-traversal
	os.Open("/srv/a" + ext)
}

func savedUpload(w http.ResponseWriter, r *http.Request) {
	file, handler, err := r.FormFile("file")
	if err != nil {
		return
	}
	// ruleid: path-traversal
	f, err := os.OpenFile("./test/"+handler.Filename, os.O_WRONLY|os.O_CREATE, 0600)
	io.Copy(f, file)
	// ok: path-traversal
	os.CreateTemp("", "upload-*")
	// ok: path-traversal
	os.Create(filepath.Join("/up", uuid.New().String()+".png"))
}

func cookieDecoded(w http.ResponseWriter, r *http.Request) {
	c, _ := r.Cookie("data")
	raw, _ := base64.StdEncoding.DecodeString(c.Value)
	var s Search
	// ruleid: deserialization
	gob.NewDecoder(bytes.NewReader(raw)).Decode(&s)
	// ok: deserialization
	xml.Unmarshal(raw, &s)
}

func number(w http.ResponseWriter, r *http.Request) {
	n, err := strconv.ParseUint(r.FormValue("n"), 10, 64)
	if err != nil {
		return
	}
	// ok: xss
	fmt.Fprintf(w, "<p>%v</p>", n)
	// ok: log-injection
	log.Printf("n=%v", n)
	// ok: command-injection
	exec.Command("sleep", strconv.FormatUint(n, 10)).Run()
}

func ctxFlow(ctx context.Context, db *sql.DB, w http.ResponseWriter, r *http.Request) {
	ch := make(chan string, 1)
	ch <- r.FormValue("x")
	// ruleid: sql-injection
	db.QueryContext(ctx, "SELECT "+<-ch)
	go func(x string) {
		// ruleid: command-injection
		exec.Command("sh", "-c", x).Run()
	}(r.FormValue("x"))
}

type repo struct{ db *sql.DB }

func (r *repo) find(name string) {
	// ruleid: sql-injection
	r.db.Query("SELECT * FROM t WHERE n='" + name + "'")
}

func (r *repo) findSorted(desc bool) {
	order := "ASC"
	if desc {
		order = "DESC"
	}
	// ok: sql-injection
	r.db.Query("SELECT * FROM t ORDER BY n " + order)
}

func (r *repo) inClause(ids []int) {
	parts := make([]string, len(ids))
	for i, id := range ids {
		parts[i] = strconv.Itoa(id)
	}
	// ok: sql-injection
	r.db.Query("SELECT * FROM t WHERE id IN (" + strings.Join(parts, ",") + ")")
}

func (r *repo) placeholders(ids []string) {
	marks := strings.TrimSuffix(strings.Repeat("?,", len(ids)), ",")
	// ok: sql-injection
	r.db.Query(fmt.Sprintf("SELECT * FROM t WHERE id IN (%s)", marks))
}
