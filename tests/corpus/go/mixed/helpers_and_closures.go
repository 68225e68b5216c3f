package main

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"html/template"
	"io"
	"net/http"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

type Server struct {
	db   *sql.DB
	root string
}

type searchRequest struct {
	Name  string `json:"name"`
	Limit int    `json:"limit"`
	Sort  string `json:"sort"`
}

func (s *Server) search(w http.ResponseWriter, r *http.Request) {
	var req searchRequest
	if err := json.NewDecoder(r.Body).Decode(&req); err != nil {
		http.Error(w, "bad", 400)
		return
	}
	q := "SELECT * FROM items WHERE name = '" + req.Name + "'"
	// ruleid: sql-injection
	s.db.QueryContext(r.Context(), q)
	// ok: sql-injection
	s.db.Query(fmt.Sprintf("SELECT * FROM items LIMIT %d", req.Limit))
	// ok: sql-injection
	s.db.Query("SELECT * FROM items WHERE name = $1", req.Name)
	if !slices.Contains([]string{"name", "date"}, req.Sort) {
		http.Error(w, "bad", 400)
		return
	}
	// ok: sql-injection
	s.db.Query("SELECT * FROM items ORDER BY " + req.Sort)
}

func (s *Server) param(r *http.Request, key string) string {
	return strings.TrimSpace(r.URL.Query().Get(key))
}

func (s *Server) helper(w http.ResponseWriter, r *http.Request) {
	name := s.param(r, "name")
	// ruleid: sql-injection
	s.db.Query("SELECT * FROM t WHERE n = '" + name + "'")
	s.run("ls " + name)
	s.safeRun(name)
}

func (s *Server) run(c string) {
	// ruleid: command-injection
	exec.Command("sh", "-c", c).Run()
}

func (s *Server) safeRun(name string) {
	// ok: command-injection
	exec.Command("ls", "--", name).Run()
}

func validName(s string) bool {
	return regexp.MustCompile(`^[a-z0-9]+$`).MatchString(s)
}

func validate(s string) error {
	for _, c := range s {
		if c < 'a' || c > 'z' {
			return errors.New("bad")
		}
	}
	return nil
}

var allowed = map[string]string{"a": "alpha", "b": "beta"}

func pick(key string) (string, error) {
	v, ok := allowed[key]
	if !ok {
		return "", errors.New("bad")
	}
	return v, nil
}

func (s *Server) checked(w http.ResponseWriter, r *http.Request) {
	name := r.FormValue("name")
	if !validName(name) {
		http.Error(w, "bad", 400)
		return
	}
	// ok: sql-injection
	s.db.Query("SELECT * FROM t WHERE n = '" + name + "'")
	col, err := pick(r.FormValue("col"))
	if err != nil {
		return
	}
	// ok: sql-injection
	s.db.Query("SELECT " + col + " FROM t")
	other := r.FormValue("other")
	if err := validate(other); err != nil {
		return
	}
	// ok: sql-injection
	s.db.Query("SELECT * FROM t WHERE n = '" + other + "'")
	n, err := strconv.ParseInt(r.FormValue("n"), 10, 64)
	if err != nil {
		return
	}
	// ok: sql-injection
	s.db.Query("SELECT * FROM t WHERE id = " + strconv.FormatInt(n, 10))
}

func (s *Server) closures(w http.ResponseWriter, r *http.Request) {
	name := r.FormValue("name")
	find := func(q string) {
		// ruleid: sql-injection
		s.db.Query("SELECT * FROM t WHERE n = '" + q + "'")
	}
	find(name)
	done := make(chan string, 1)
	go func() {
		done <- name
	}()
	v := <-done
	// ruleid: command-injection
	exec.Command("sh", "-c", v).Run()
	parts := map[string]string{"x": name, "y": "fixed"}
	// ruleid: command-injection
	exec.Command("sh", "-c", parts["x"]).Run()
	// ok: command-injection
	exec.Command("sh", "-c", parts["y"]).Run()
	list := []string{"a"}
	list = append(list, name)
	for _, each := range list {
		// ruleid: path-traversal
		os.Remove("/data/" + each)
	}
	var out string
	if name == "x" {
		out = "one"
	} else {
		out = "two"
	}
	// ok: command-injection
	exec.Command("sh", "-c", out).Run()
	name = "fixed"
	// ok: command-injection
	exec.Command("sh", "-c", name).Run()
}

type Repo interface{ Find(string) }
type repo struct{ db *sql.DB }

func (p *repo) Find(name string) {
	// ruleid: sql-injection
	p.db.Query("SELECT * FROM t WHERE n = '" + name + "'")
}

func handler(rp *repo) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		rp.Find(r.FormValue("n"))
		// ruleid: xss
		fmt.Fprintf(w, "<p>%s</p>", r.FormValue("n"))
		// ok: xss
		fmt.Fprintf(w, "<p>%s</p>", template.HTMLEscapeString(r.FormValue("n")))
	}
}

func middleware(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		ctx := context.WithValue(r.Context(), "user", r.Header.Get("X-User"))
		next.ServeHTTP(w, r.WithContext(ctx))
	})
}

func (s *Server) file(w http.ResponseWriter, r *http.Request) {
	p := filepath.Join(s.root, r.URL.Path)
	// ruleid: path-traversal
	f, err := os.Open(p)
	if err != nil {
		return
	}
	io.Copy(w, f)
	clean := filepath.Clean(r.FormValue("p"))
	// ruleid: path-traversal
	os.Open(filepath.Join(s.root, clean))
	safe, err := s.resolve(r.FormValue("p"))
	if err != nil {
		return
	}
	// ok: path-traversal
	os.Open(safe)
	u, err := url.Parse(r.FormValue("u"))
	if err != nil {
		return
	}
	if u.Host != "api.example.com" {
		return
	}
	// ok: ssrf
	http.Get(u.String())
	base := "https://api.example.com"
	// ok: ssrf
	http.Get(base + "/v1/" + url.PathEscape(r.FormValue("id")))
	host := r.FormValue("host")
	endpoint := fmt.Sprintf("http://%s:8080/health", host)
	// ruleid: ssrf
	http.Get(endpoint)
	// ruleid: ssrf
	req, _ := http.NewRequestWithContext(r.Context(), http.MethodGet, endpoint, nil)
	_ = req
}

func (s *Server) resolve(p string) (string, error) {
	full := filepath.Join(s.root, p)
	rel, err := filepath.Rel(s.root, full)
	if err != nil || strings.HasPrefix(rel, "..") {
		return "", errors.New("outside")
	}
	return full, nil
}

func (s *Server) redirect(w http.ResponseWriter, r *http.Request) {
	next := r.FormValue("next")
	if next == "" {
		next = "/"
	}
	// ruleid: open-redirect
	http.Redirect(w, r, next, 302)
	if isLocal(next) {
		// ok: open-redirect
		http.Redirect(w, r, next, 302)
	}
	// ok: open-redirect
	http.Redirect(w, r, "/users/"+url.PathEscape(next), 302)
	// ok: open-redirect
	http.Redirect(w, r, "https://"+r.Host+"/x", 301)
}

func isLocal(s string) bool {
	u, err := url.Parse(s)
	return err == nil && u.Host == "" && u.Scheme == "" && strings.HasPrefix(s, "/") && !strings.HasPrefix(s, "//")
}

func stdin() {
	var cmd string
	fmt.Scanln(&cmd)
	// ruleid: command-injection
	exec.Command("sh", "-c", cmd).Run()
	// ruleid: command-injection
	exec.Command("sh", "-c", os.Args[1]).Run()
}
