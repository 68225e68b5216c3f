package main

import (
	"bufio"
	"context"
	"crypto/cipher"
	"crypto/des"
	"crypto/md5"
	"crypto/rsa"
	"crypto/rand"
	"crypto/tls"
	"database/sql"
	"encoding/json"
	"flag"
	"fmt"
	"html/template"
	"io"
	"io/ioutil"
	"log"
	mrand "math/rand"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"github.com/jackc/pgx/v4"
	"github.com/go-pg/pg/v10"
	"github.com/gorilla/sessions"
	"gorm.io/gorm"
)

var db *sql.DB
var customerID = "x"

func q1(req *http.Request, tx *sql.Tx) {
	customerId := req.URL.Query().Get("id")
	query := "SELECT number, expireDate, cvv FROM creditcards WHERE customerId = " + customerId
	// ruleid: sql-injection
	row, _ := db.Query(query)
	use(row)
	// ruleid: sql-injection
	tx.QueryRow(fmt.Sprintf("SELECT * FROM t WHERE a = %v", customerId)).Scan(nil)
}

func q2() {
	db, err := sql.Open("sqlite3", ":memory:")
	if err != nil { panic(err) }
	q := fmt.Sprintf("SELECT * FROM foo where name = '%s'", os.Args[1])
	// ruleid: sql-injection
	rows, err := db.Query(q)
	// ruleid: sql-injection
	rows, err = db.Query("SELECT * FROM foo WHERE name = " + os.Args[1])
	// ok: sql-injection
	rows, err = db.Query("SELECT * FROM foo WHERE name = $1", os.Args[1])
	const table = "foo"
	// ok: sql-injection
	rows, err = db.Query("SELECT * FROM " + table)
	use(rows)
}

func q3(userInput string) {
	// ruleid: sql-injection
	_, err := db.Exec("INSERT into users (username) VALUES ('" + userInput + "')")
	query := "SELECT name FROM users WHERE age=" + userInput
	// ruleid: sql-injection
	db.QueryRow(query)
	query2 := fmt.Sprintf("SELECT name FROM users WHERE age=%s", userInput)
	// ruleid: sql-injection
	db.ExecContext(context.Background(), query2)
	args := "bob"
	// ok: sql-injection
	db.Query("SELECT name FROM users where name=?", args)
	// ok: sql-injection
	db.Query(fmt.Sprintf("SELECT name FROM %s", "users"))
	use(err)
}

func q4(conn *pgx.Conn, name string, pgdb *pg.DB, gdb *gorm.DB) {
	query := "SELECT name FROM users WHERE name='" + name + "'"
	// ruleid: sql-injection
	conn.Query(context.Background(), query)
	// ruleid: sql-injection
	conn.QueryRow(context.TODO(), fmt.Sprintf("SELECT name FROM users WHERE name='%s'", name))
	// ruleid: sql-injection
	pgdb.Exec(query)
	// ruleid: sql-injection
	gdb.Raw(query)
	// ruleid: sql-injection
	gdb.Where("name = '" + name + "'")
	// ruleid: sql-injection
	gdb.Order(name)
	query = "SELECT name FROM users"
	// ok: sql-injection
	pgdb.Exec(query)
}

type srv struct{ db *sql.DB; path string }

func (s *srv) q5(w http.ResponseWriter, r *http.Request) {
	ids := r.URL.Query()["id"]
	// ruleid: sql-injection
	s.db.Query("select * from x where id in (" + strings.Join(ids, ",") + ")")
	for _, id := range ids {
		// ruleid: sql-injection
		s.db.Query("select * from x where id = " + id)
	}
}

func c1(w http.ResponseWriter, r *http.Request) {
	cmd := r.URL.Query()["cmd"][0]
	// ruleid: command-injection
	exec.Command("bash", "-c", cmd)
	// ruleid: command-injection
	command := exec.Command(cmd, "x")
	command.Run()
}

func c2(input string) {
	// ruleid: command-injection
	cmd := exec.Command("/bin/sh", "-c", fmt.Sprintf("echo %s", input))
	// ruleid: command-injection
	cmd = exec.Command(input, "-a")
	// ruleid: command-injection
	cmd = exec.Command("bash", "-c", input)
	// ok: command-injection
	cmd = exec.Command("ls", "-la")
	// ok: command-injection
	cmd = exec.CommandContext(context.Background(), "echo", "hi")
	cmd.Run()
	// ruleid: command-injection
	syscall.Exec(input, []string{"a"}, os.Environ())
	// ok: command-injection
	syscall.Exec("/bin/ls", []string{"a"}, os.Environ())
}

func c3() {
	run := "sleep" + os.Getenv("SOMETHING")
	// ruleid: command-injection
	cmd := exec.Command(run, "5")
	cmd.Start()
	name := flag.String("name", "x", "y")
	flag.Parse()
	// ruleid: command-injection
	exec.Command("sh", "-c", *name)
	reader := bufio.NewReader(os.Stdin)
	text, _ := reader.ReadString('\n')
	// ruleid: command-injection
	exec.Command("sh", "-c", text)
	// ruleid: command-injection
	exec.Command("sh", "-c", strings.TrimSpace(text))
}

func p1(w http.ResponseWriter, r *http.Request) {
	title := r.URL.Query().Get("title")
	// ruleid: path-traversal
	f, err := os.Open(title)
	use(f, err)
	// ruleid: path-traversal
	body, err := ioutil.ReadFile(filepath.Clean(filepath.Join("/tmp", title)))
	w.Write(body)
	f, h, _ := r.FormFile("f")
	use(f)
	// ruleid: path-traversal
	os.Create("/uploads/" + h.Filename)
	safe := filepath.Join("/x", filepath.Clean("/"+title))
	// ok: path-traversal
	os.Open(safe)
	p, err := filepath.Abs(filepath.Join("/safe", title))
	if err != nil || !strings.HasPrefix(p, "/safe/") {
		return
	}
	// ok: path-traversal
	os.ReadFile(p)
}

func s1(w http.ResponseWriter, req *http.Request) {
	target := req.FormValue("target")
	// ruleid: ssrf
	resp, err := http.Get("https://" + target + ".example.com/data/")
	// ruleid: ssrf
	resp, err = http.Get(fmt.Sprintf("https://%v/api", target))
	use(resp, err)
	var sub string
	if target == "EU" { sub = "europe" } else { sub = "world" }
	// ok: ssrf
	http.Get("https://" + sub + ".example.com/data/")
	client := &http.Client{}
	// ruleid: ssrf
	request, _ := http.NewRequest("GET", target, nil)
	client.Do(request)
}

func x1(w http.ResponseWriter, r *http.Request) {
	r.ParseForm()
	username := r.Form.Get("username")
	if !ok(username) {
		// ruleid: xss
		fmt.Fprintf(w, "%q is an unknown user %s", "a", username)
	}
	t := `<b>` + r.Form["x"][0] + `</b>`
	// ruleid: xss
	w.Write([]byte(t))
	tmpl := template.Must(template.ParseFiles("x.html"))
	// ok: xss
	tmpl.Execute(w, struct{ A string }{username})
	// ruleid: xss
	tmpl.Execute(w, struct{ A template.HTML }{template.HTML(username)})
	data := map[string]interface{}{"x": username}
	// ok: xss
	json.NewEncoder(w).Encode(data)
	var sb strings.Builder
	sb.WriteString("<p>")
	sb.WriteString(username)
	// ruleid: xss
	io.WriteString(w, sb.String())
}

func r1(w http.ResponseWriter, r *http.Request) {
	// ruleid: open-redirect
	http.Redirect(w, r, r.Form.Get("target"), 302)
	target := r.Form.Get("u")
	if target == "https://a.example/" {
		// ok: open-redirect
		http.Redirect(w, r, target, 302)
	}
	// ruleid: open-redirect
	http.Redirect(w, r, fmt.Sprintf("%s/login", r.FormValue("h")), 301)
}

func k1() {
	// ruleid: weak-crypto
	rsa.GenerateKey(rand.Reader, 1024)
	// ruleid: weak-crypto
	des.NewTripleDESCipher([]byte(os.Getenv("K")))
	// ruleid: weak-hash
	h := md5.New()
	io.WriteString(h, "x")
	// ruleid: weak-hash
	fmt.Printf("%x", md5.Sum([]byte("x")))
	// ruleid: tls-verification
	tr := &http.Transport{TLSClientConfig: &tls.Config{InsecureSkipVerify: true}}
	use(tr)
	// ruleid: tls-verification
	tls.Dial("tcp", "x:443", &tls.Config{MinVersion: 0})
	// ruleid: weak-random
	token := mrand.Int()
	use(token)
	var c cipher.Block
	iv := []byte("1234567890123456")
	// ruleid: weak-crypto
	cipher.NewCBCEncrypter(c, iv)
	// ruleid: misconfiguration
	l, err := net.Listen("tcp", "0.0.0.0:2000")
	use(l, err)
	// ruleid: misconfiguration
	log.Fatal(http.ListenAndServe(":80", nil))
	// ruleid: misconfiguration
	http.ListenAndServe("0.0.0.0:80", nil)
}

func ck(w http.ResponseWriter, store *sessions.CookieStore) {
	cookie := http.Cookie{}
	cookie.Name = "a"
	cookie.Value = "b"
	// ruleid: insecure-cookie
	http.SetCookie(w, &cookie)
	session, _ := store.Get(nil, "x")
	// ruleid: insecure-cookie
	session.Options = &sessions.Options{Path: "/", MaxAge: 10, HttpOnly: false}
	// ok: insecure-cookie
	session.Options = &sessions.Options{Path: "/", MaxAge: 10, HttpOnly: true, Secure: true, SameSite: http.SameSiteDefaultMode}
}
