package main

import (
	"bufio"
	"bytes"
	"context"
	"crypto/hmac"
	"crypto/md5"
	"crypto/sha256"
	"database/sql"
	"encoding/json"
	"fmt"
	"html/template"
	"io"
	"log"
	"net"
	"net/http"
	"net/smtp"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	ttemplate "text/template"

	"github.com/aws/aws-lambda-go/events"
	"github.com/go-chi/chi/v5"
	"github.com/gofiber/fiber/v2"
	"github.com/gorilla/websocket"
	"github.com/labstack/echo/v4"
	"go.mongodb.org/mongo-driver/bson"
	"go.mongodb.org/mongo-driver/mongo"
	"gorm.io/gorm"
)

type Server struct {
	db   *sql.DB
	gorm *gorm.DB
	coll *mongo.Collection
}

func (s *Server) getUserByName(name string) (*sql.Rows, error) {
	q := fmt.Sprintf("select * from users where name='%s'", name)
	log.Println(q)
	// ruleid: sql-injection
	rows, err := s.db.Query(q)
	if err != nil {
		return nil, err
	}
	return rows, nil
}

func (s *Server) count(table string) int {
	var n int
	// ruleid: sql-injection
	s.db.QueryRow("SELECT COUNT(*) FROM " + table).Scan(&n)
	return n
}

func (s *Server) whereMap(c echo.Context) error {
	var users []string
	// ok: sql-injection
	s.gorm.Where(map[string]interface{}{"name": c.QueryParam("name")}).Find(&users)
	// ok: sql-injection
	s.gorm.Find(&users, "name = ?", c.QueryParam("name"))
	// ruleid: sql-injection
	s.gorm.Where("name = " + c.QueryParam("name")).Find(&users)
	// ok: sql-injection
	s.gorm.Model(&users).Updates(map[string]interface{}{"name": c.FormValue("n")})
	return c.JSON(200, users)
}

func lambda(ctx context.Context, req events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error) {
	cmd := req.QueryStringParameters["cmd"]
	// ruleid: command-injection
	out, err := exec.Command("sh", "-c", cmd).CombinedOutput()
	if err != nil {
		return events.APIGatewayProxyResponse{}, err
	}
	var body struct{ Path string }
	json.Unmarshal([]byte(req.Body), &body)
	// ruleid: path-traversal
	data, _ := os.ReadFile("/data/" + body.Path)
	return events.APIGatewayProxyResponse{Body: string(data) + string(out)}, nil
}

func fiberFile(c *fiber.Ctx) error {
	name := c.Params("name")
	// ruleid: path-traversal
	return c.SendFile(filepath.Join("files", name))
}

func chiRoute(w http.ResponseWriter, r *http.Request) {
	user := chi.URLParam(r, "user")
	// ruleid: xss
	w.Write([]byte("hello " + user))
	// ruleid: ssrf
	res, err := http.Get("http://" + user)
	if err != nil {
		return
	}
	body, _ := io.ReadAll(res.Body)
	log.Println(len(body))
}

func socket(conn *websocket.Conn, db *sql.DB) {
	_, msg, err := conn.ReadMessage()
	if err != nil {
		return
	}
	// ruleid: sql-injection
	db.Exec("INSERT INTO m VALUES ('" + string(msg) + "')")
	// ok: sql-injection
	db.Exec("INSERT INTO m VALUES (?)", string(msg))
}

func find(coll *mongo.Collection, r *http.Request) {
	var q map[string]interface{}
	json.NewDecoder(r.Body).Decode(&q)
	// ruleid: nosql-injection
	coll.Find(r.Context(), q)
	// ok: nosql-injection
	coll.Find(r.Context(), bson.M{"user": r.FormValue("u")})
}

func tmpl(w http.ResponseWriter, r *http.Request) {
	t, _ := ttemplate.New("x").Parse("<p>{{.}}</p>")
	// ruleid: xss
	t.Execute(w, r.FormValue("p"))
	t2, _ := template.New("x").Parse("<p>{{.}}</p>")
	// ok: xss
	t2.Execute(w, r.FormValue("p"))
	// ruleid: template-injection
	t3, _ := template.New("x").Parse(r.FormValue("tpl"))
	t3.Execute(w, nil)
	// ruleid: xss
	w.Write([]byte(fmt.Sprintf("<a href='%s'>", r.FormValue("href"))))
	// ok: xss
	w.Write([]byte(fmt.Sprintf("<a href='%s'>", template.HTMLEscapeString(r.FormValue("href")))))
	// ok: xss
	http.Error(w, r.FormValue("x"), 400)
}

func mailer(r *http.Request) {
	// ok: header-injection
	smtp.SendMail("h:25", nil, "a@b", []string{"c@d"}, []byte("hi"))
	email := r.FormValue("email")
	msg := []byte("To: " + email + "\r\n\r\nbody")
	// ruleid: header-injection
	smtp.SendMail("h:25", nil, "a@b", []string{email}, msg)
}

func tcp(l net.Listener) {
	for {
		conn, err := l.Accept()
		if err != nil {
			return
		}
		scanner := bufio.NewScanner(conn)
		scanner.Scan()
		// ruleid: command-injection
		exec.Command("sh", "-c", scanner.Text()).Run()
	}
}

func safeRedirect(w http.ResponseWriter, r *http.Request) {
	to := r.URL.Query().Get("to")
	u, err := url.Parse(to)
	if err != nil || u.IsAbs() {
		http.Error(w, "bad", 400)
		return
	}
	// ok: open-redirect
	http.Redirect(w, r, to, http.StatusFound)
}

func unsafeRedirect(w http.ResponseWriter, r *http.Request) {
	to := r.URL.Query().Get("to")
	if to != "" {
		// ruleid: open-redirect
		http.Redirect(w, r, to, http.StatusFound)
		return
	}
	// ok: open-redirect
	http.Redirect(w, r, r.URL.Path+"/", http.StatusMovedPermanently)
	ref := r.Header.Get("Referer")
	// ruleid: open-redirect
	http.Redirect(w, r, ref, 302)
}

func token(w http.ResponseWriter, r *http.Request, key []byte) {
	mac := hmac.New(sha256.New, key)
	mac.Write([]byte(r.FormValue("m")))
	sig := mac.Sum(nil)
	// ruleid: timing
	if bytes.Equal(sig, []byte(r.FormValue("sig"))) {
		return
	}
	// ok: timing
	if hmac.Equal(sig, []byte(r.FormValue("sig"))) {
		return
	}
	pw := r.FormValue("password")
	// ruleid: weak-hash
	h := md5.Sum([]byte(pw))
	use(h)
	// ruleid: regex-dos
	regexp.MustCompile(r.FormValue("re"))
	// ruleid: log-injection
	log.Printf("login failed for %s", r.FormValue("user"))
	user := strings.Replace(r.FormValue("user"), "\n", "", -1)
	// ok: log-injection
	log.Printf("login failed for %s", user)
}
