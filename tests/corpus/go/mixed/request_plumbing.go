package main

import (
	"bufio"
	"context"
	"crypto/md5"
	"crypto/tls"
	"database/sql"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"html/template"
	"io"
	"log"
	"net"
	"net/http"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync"

	"entgo.io/ent/dialect/sql"
	"github.com/doug-martin/goqu/v9"
	"github.com/emicklei/go-restful/v3"
	"github.com/gin-gonic/gin"
	"github.com/go-chi/chi/v5"
	"github.com/gocql/gocql"
	"github.com/gorilla/mux"
	"github.com/upper/db/v4"
	"google.golang.org/grpc"
)

type request struct {
	User   string            `json:"user"`
	Tags   []string          `json:"tags"`
	Extra  map[string]string `json:"extra"`
	Amount float64           `json:"amount"`
}

type server struct {
	db    *sql.DB
	cache map[string]string
	mu    sync.Mutex
}

func (s *server) routes(m *http.ServeMux) {
	m.HandleFunc("GET /u/{id}", s.user)
	m.HandleFunc("POST /import", s.imports)
}

func (s *server) user(w http.ResponseWriter, r *http.Request) {
	id := r.PathValue("id")
	// ruleid: sql-injection
	row := s.db.QueryRow("SELECT name FROM users WHERE id = " + id)
	var name string
	if err := row.Scan(&name); err != nil {
		http.Error(w, "not found", 404)
		return
	}
	if n, err := strconv.Atoi(id); err == nil {
		// ok: sql-injection
		s.db.QueryRow(fmt.Sprintf("SELECT name FROM users WHERE id = %d", n))
	}
	s.lookup(r.Context(), "name", r.URL.Query().Get("name"))
	s.lookup(r.Context(), "mail", "fixed@example.com")
	// ruleid: xss
	fmt.Fprintf(w, "<td>%v</td>", r.URL.Query()["x"])
	// ok: xss
	fmt.Fprintf(w, "<td>%s</td>", template.HTMLEscapeString(id))
}

func (s *server) lookup(ctx context.Context, col, val string) {
	q := "SELECT * FROM users WHERE " + col + " = '" + val + "'"
	// ruleid: sql-injection
	s.db.QueryContext(ctx, q)
	// ok: sql-injection
	s.db.QueryContext(ctx, "SELECT * FROM users WHERE name = $1", val)
}

func (s *server) imports(w http.ResponseWriter, r *http.Request) {
	rd := csv.NewReader(r.Body)
	for {
		rec, err := rd.Read()
		if err == io.EOF {
			break
		}
		// ruleid: sql-injection
		s.db.Exec("INSERT INTO t VALUES ('" + rec[0] + "')")
		// ok: sql-injection
		s.db.Exec("INSERT INTO t VALUES (?)", rec[0])
	}
	sc := bufio.NewScanner(r.Body)
	for sc.Scan() {
		// ruleid: command-injection
		exec.Command("sh", "-c", sc.Text())
	}
	var q request
	dec := json.NewDecoder(r.Body)
	if err := dec.Decode(&q); err != nil {
		return
	}
	for _, t := range q.Tags {
		// ruleid: sql-injection
		s.db.Exec("DELETE FROM tags WHERE t = '" + t + "'")
		// ruleid: path-traversal
		os.Remove(filepath.Join("/srv/tags", t))
		// ok: path-traversal
		os.Remove(filepath.Join("/srv/tags", filepath.Base(t)))
	}
	// ruleid: sql-injection
	s.db.Exec("UPDATE t SET n = '" + q.Extra["note"] + "'")
	// ok: sql-injection
	s.db.Exec(fmt.Sprintf("UPDATE t SET a = %f", q.Amount))
	s.cache["last"] = q.User
	// ruleid: command-injection
	exec.Command("bash", "-c", "id "+s.cache["last"])
	go func(u string) {
		// ruleid: command-injection
		exec.Command("bash", "-c", "id "+u)
	}(q.User)
	ch := make(chan string, 1)
	ch <- q.User
	v := <-ch
	// ruleid: command-injection
	exec.Command("bash", "-c", "id "+v)
	func() {
		defer s.mu.Unlock()
		s.mu.Lock()
		// ok: command-injection
		exec.Command("id")
	}()
	switch {
	case q.User == "root":
		// ok: command-injection
		exec.Command("bash", "-c", "id "+q.User)
	case strings.HasPrefix(q.User, "x"):
		// ruleid: command-injection
		exec.Command("bash", "-c", "id "+q.User)
	}
}

func others(w http.ResponseWriter, r *http.Request, sess *gocql.Session, sqldb db.Session) {
	p := r.URL.Query().Get("p")
	// ruleid: sql-injection
	sess.Query("SELECT * FROM t WHERE k = '" + p + "'").Exec()
	// ok: sql-injection
	sess.Query("SELECT * FROM t WHERE k = ?", p).Exec()
	// ruleid: sql-injection
	goqu.From("t").Where(goqu.L("a = '" + p + "'"))
	// ok: sql-injection
	goqu.From("t").Where(goqu.C("a").Eq(p))
	// ruleid: sql-injection
	sqldb.SQL().Query("SELECT * FROM t WHERE a = '" + p + "'")
	f, err := os.CreateTemp("", "x")
	if err != nil {
		return
	}
	// ok: path-traversal
	io.Copy(f, r.Body)
	// ok: path-traversal
	http.ServeContent(w, r, "a.txt", fileTime(), f)
	// ruleid: path-traversal
	http.ServeFile(w, r, "./static"+r.URL.Path)
	// ruleid: path-traversal
	os.ReadFile("./static/" + strings.TrimPrefix(p, "/"))
	// ruleid: path-traversal
	os.ReadFile("./static/" + strings.ReplaceAll(p, "..", ""))
	if strings.Contains(p, "..") {
		return
	}
	// ok: path-traversal
	os.ReadFile("./static/" + p)
	conn, _ := net.Dial("tcp", "localhost:1")
	// ok: xss
	conn.Write([]byte(p))
	u := &url.URL{Scheme: "https", Host: "api.example.com", Path: "/v1"}
	u.RawQuery = "q=" + p
	// ok: ssrf
	http.Get(u.String())
	u.Host = p
	// ruleid: ssrf
	http.Get(u.String())
	// ok: ssrf
	http.Get(fmt.Sprintf("https://api.example.com/%s/x", p))
	// ruleid: ssrf
	http.Get(fmt.Sprintf("https://%s.example.com/x", p))
	// ruleid: ssrf
	http.Get(strings.Join([]string{"http:/", p, "x"}, "/"))
	req := &http.Request{Method: "GET", URL: mustParse(p)}
	// todoruleid: ssrf
	http.DefaultClient.Do(req)
	log.Printf("p is %v", []byte(p))
	// ok: header-injection
	w.Header().Set("X-P", strconv.Quote(p))
}

func mustParse(s string) *url.URL {
	u, err := url.Parse(s)
	if err != nil {
		panic(err)
	}
	return u
}

func restfulHandlers(rq *restful.Request, rs *restful.Response) {
	n := rq.PathParameter("n")
	// ruleid: xss
	rs.Write([]byte("<p>" + n + "</p>"))
	// ok: xss
	rs.WriteAsJson(n)
	// ruleid: command-injection
	exec.Command("sh", "-c", rq.QueryParameter("c"))
	// ruleid: path-traversal
	os.Open(rq.HeaderParameter("f"))
}

func middlewareChain(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if t := r.Header.Get("X-Redirect"); t != "" {
			// ruleid: open-redirect
			http.Redirect(w, r, t, 302)
			return
		}
		if !strings.HasSuffix(r.URL.Path, "/") {
			// ok: open-redirect
			http.Redirect(w, r, r.URL.Path+"/", 301)
			return
		}
		next.ServeHTTP(w, r)
	})
}

func upload(c *gin.Context) {
	form, _ := c.MultipartForm()
	for _, f := range form.File["files"] {
		// ruleid: path-traversal
		c.SaveUploadedFile(f, "/srv/"+f.Filename)
		// ok: path-traversal
		c.SaveUploadedFile(f, filepath.Join("/srv", filepath.Base(f.Filename)))
	}
	v := mux.Vars(c.Request)["x"]
	// ruleid: xss
	c.Writer.WriteString("<i>" + v + "</i>")
	id := chi.URLParam(c.Request, "id")
	// ok: open-redirect
	c.Redirect(302, "/items/"+id)
	// ok: xss
	c.IndentedJSON(200, id)
}

func weak(conn *grpc.ClientConn, pw string) {
	// ruleid: weak-hash
	h := md5.New()
	h.Write([]byte(pw))
	conf := tls.Config{}
	// ruleid: tls-verification
	conf.MinVersion = tls.VersionTLS11
	// ok: tls-verification
	conf.InsecureSkipVerify = os.Getenv("DEV") == "1"
	// ok: tls-verification
	conf2 := &tls.Config{MinVersion: tls.VersionTLS13, InsecureSkipVerify: !true}
	_ = conf2
}
