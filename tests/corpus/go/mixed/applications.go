package main

import (
	"bytes"
	"crypto/hmac"
	"crypto/sha256"
	"crypto/x509"
	"database/sql"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"html/template"
	"io"
	"io/ioutil"
	"log"
	"net"
	"net/http"
	"net/http/cgi"
	"net/http/httputil"
	"net/mail"
	"net/smtp"
	"net/url"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"runtime/debug"
	"strings"
	"time"

	"github.com/astaxie/beego"
	"github.com/go-chi/chi/v5"
	"github.com/go-pg/pg/v10"
	"github.com/go-redis/redis/v8"
	"github.com/gin-contrib/sessions"
	"github.com/gin-contrib/sessions/cookie"
	"github.com/gin-gonic/gin"
	"github.com/golang-jwt/jwt/v4"
	"github.com/labstack/echo/v4"
	"github.com/labstack/echo/v4/middleware"
	"github.com/valyala/fasthttp"
	"go.mongodb.org/mongo-driver/bson"
	"golang.org/x/oauth2"
	"gopkg.in/ldap.v2"
	"gorm.io/driver/mysql"
	"gorm.io/gorm"
)

// ruleid: hardcoded-secret
var jwtKey = []byte("my_super_secret_key_1")

type Claims struct {
	User string
	jwt.StandardClaims
}

func token(user string) (string, error) {
	t := jwt.NewWithClaims(jwt.SigningMethodHS256, &Claims{User: user})
	return t.SignedString(jwtKey)
}

func parse(s string) {
	jwt.Parse(s, func(t *jwt.Token) (interface{}, error) { return jwtKey, nil })
	claims := jwt.MapClaims{}
	// ruleid: jwt
	jwt.NewParser(jwt.WithoutClaimsValidation()).ParseWithClaims(s, claims, nil)
	// ruleid: jwt
	new(jwt.Parser).ParseUnverified(s, claims)
}

func gormOpen() {
	// ruleid: hardcoded-secret
	gorm.Open(mysql.Open("root:Passw0rd99@tcp(127.0.0.1:3306)/db"), &gorm.Config{})
	// ok: hardcoded-secret
	sql.Open("mysql", os.Getenv("DSN"))
	// ruleid: hardcoded-secret
	sql.Open("postgres", "host=db user=app password=s3cretpw99 dbname=x sslmode=disable")
	// ruleid: hardcoded-secret
	redis.NewClient(&redis.Options{Addr: "a:1", Password: "r3disPassw0rd"})
	// ok: hardcoded-secret
	redis.NewClient(&redis.Options{Addr: "a:1", Password: ""})
	// ok: hardcoded-secret
	pg.Connect(&pg.Options{User: "a", Password: os.Getenv("P")})
}

func oauth() {
	// ruleid: hardcoded-secret
	conf := &oauth2.Config{ClientID: "a", ClientSecret: "GOCSPX-abcdefghij1234567890klmn"}
	// ruleid: csrf
	u := conf.AuthCodeURL("state", oauth2.AccessTypeOffline)
	_ = u
	// ok: csrf
	conf.AuthCodeURL(randomState())
}

func echoApp() {
	e := echo.New()
	// ruleid: misconfiguration
	e.Debug = true
	// ruleid: cors
	e.Use(middleware.CORS())
	// ruleid: cors
	e.Use(middleware.CORSWithConfig(middleware.CORSConfig{AllowOrigins: []string{"*"}, AllowCredentials: true}))
	// ok: cors
	e.Use(middleware.CORSWithConfig(middleware.CORSConfig{AllowOrigins: []string{"https://a.example.com"}}))
	e.Use(middleware.CSRFWithConfig(middleware.CSRFConfig{CookieSecure: false}))
	// ok: misconfiguration
	e.Use(middleware.Secure())
	// ok: misconfiguration
	e.Use(middleware.SecureWithConfig(middleware.SecureConfig{XFrameOptions: ""}))
	e.Static("/", "/")
	e.GET("/a", func(c echo.Context) error {
		// ruleid: insecure-cookie
		c.SetCookie(&http.Cookie{Name: "session", Value: "x"})
		// ruleid: cors
		c.Response().Header().Set("Access-Control-Allow-Origin", c.Request().Header.Get("Origin"))
		// ok: open-redirect
		return c.Redirect(302, "/b")
	})
}

func ginApp() {
	// ruleid: misconfiguration
	gin.SetMode(gin.DebugMode)
	r := gin.Default()
	// ruleid: hardcoded-secret
	store := cookie.NewStore([]byte("secret-session-key"))
	// ruleid: insecure-cookie
	store.Options(sessions.Options{Path: "/", HttpOnly: false, Secure: true})
	r.Use(sessions.Sessions("s", store))
	r.GET("/x", func(c *gin.Context) {
		// ruleid: cors
		c.Header("Access-Control-Allow-Origin", "*")
		// ruleid: cors
		c.Header("Access-Control-Allow-Origin", c.GetHeader("Origin"))
		// ruleid: cors
		c.Writer.Header().Set("Access-Control-Allow-Origin", c.Request.Header.Get("Origin"))
		// ruleid: xss
		c.Data(http.StatusOK, "text/html", []byte(c.Param("n")))
		// ok: xss
		c.Data(http.StatusOK, "application/json", []byte(c.Param("n")))
		b, _ := io.ReadAll(c.Request.Body)
		var cmd struct{ Name string }
		json.Unmarshal(b, &cmd)
		// ruleid: command-injection
		out, err := exec.Command("bash", "-c", "grep "+cmd.Name+" /etc/x").CombinedOutput()
		if err != nil {
			// ok: command-injection
			c.JSON(500, gin.H{"error": err.Error()})
		}
		// ok: xss
		c.String(200, string(out))
		session := sessions.Default(c)
		session.Set("user", c.PostForm("user"))
		session.Save()
	})
	// ruleid: misconfiguration
	r.StaticFS("/files", http.Dir("/"))
	r.Run("0.0.0.0:8080")
}

func reverse(w http.ResponseWriter, r *http.Request) {
	target, _ := url.Parse(r.URL.Query().Get("target"))
	// ruleid: ssrf
	proxy := httputil.NewSingleHostReverseProxy(target)
	proxy.ServeHTTP(w, r)
	fixed, _ := url.Parse("http://127.0.0.1:9000")
	// ok: ssrf
	httputil.NewSingleHostReverseProxy(fixed).ServeHTTP(w, r)
	// ruleid: misconfiguration
	cgi.Serve(nil)
}

func logs(w http.ResponseWriter, r *http.Request) {
	defer func() {
		if e := recover(); e != nil {
			// ruleid: data-exposure
			fmt.Fprintf(w, "%s", debug.Stack())
			// ok: data-exposure
			log.Printf("%s", debug.Stack())
		}
	}()
	// ruleid: log-injection
	log.Printf("cookie %v", r.Header.Get("Cookie"))
	apiKey := os.Getenv("API_KEY")
	// ruleid: data-exposure
	log.Println("key:", apiKey)
	// ruleid: log-injection
	log.Printf("user=%s", r.URL.Query().Get("user"))
	// ok: log-injection
	log.Printf("user=%q", r.URL.Query().Get("user"))
	// ruleid: data-exposure
	w.Write(debug.Stack())
}

func mongo(c *gin.Context) {
	// ruleid: nosql-injection
	coll.Find(c, bson.M{"$where": "this.name == '" + c.Query("n") + "'"})
	// ok: nosql-injection
	coll.Find(c, bson.M{"name": c.Query("n")})
	var f map[string]interface{}
	c.BindJSON(&f)
	// ruleid: nosql-injection
	coll.Find(c, f)
}

func mailer(r *http.Request) {
	from := r.FormValue("from")
	msg := "From: " + from + "\r\nSubject: hi\r\n\r\nbody"
	// ruleid: header-injection
	smtp.SendMail("smtp:25", nil, "a@b.c", []string{"d@e.f"}, []byte(msg))
	// ruleid: hardcoded-secret
	smtp.SendMail("smtp:25", smtp.PlainAuth("", "u", "p4ssw0rd!x", "smtp"), "a@b.c", []string{"d@e.f"}, []byte("fixed"))
	if _, err := mail.ParseAddress(from); err != nil {
		return
	}
}

func upload(w http.ResponseWriter, r *http.Request) {
	file, header, err := r.FormFile("file")
	if err != nil {
		return
	}
	// ruleid: path-traversal
	dst, _ := os.Create("./uploads/" + header.Filename)
	io.Copy(dst, file)
	// ok: path-traversal
	dst2, _ := os.Create(filepath.Join("./uploads", filepath.Base(header.Filename)))
	io.Copy(dst2, file)
	// ruleid: path-traversal
	ioutil.WriteFile(path.Join("/up", chi.URLParam(r, "name")), nil, 0o600)
	// ruleid: path-traversal
	http.ServeFile(w, r, "./public/"+r.URL.Path)
	// ok: path-traversal
	http.ServeContent(w, r, "a", time.Now(), bytes.NewReader(nil))
}

func fast(ctx *fasthttp.RequestCtx) {
	ctx.SetContentType("text/html")
	// ruleid: xss
	fmt.Fprintf(ctx, "Hi %s", ctx.QueryArgs().Peek("n"))
	// ruleid: open-redirect
	ctx.Redirect(string(ctx.QueryArgs().Peek("u")), 302)
	// ruleid: path-traversal
	fasthttp.ServeFile(ctx, string(ctx.Path()))
}

func sig(r *http.Request, body, key []byte) bool {
	m := hmac.New(sha256.New, key)
	m.Write(body)
	want := m.Sum(nil)
	got, _ := base64.StdEncoding.DecodeString(r.Header.Get("X-Signature"))
	// ruleid: timing
	if bytes.Equal(want, got) {
		return true
	}
	if string(want) == string(got) {
		return true
	}
	// ok: authentication
	return hmac.Equal(want, got)
}

func conn() {
	// ruleid: misconfiguration
	l, _ := net.Listen("tcp", ":9090")
	_ = l
	// ok: tls-verification
	ldap.DialTLS("tcp", "a:636", nil)
	// ok: weak-crypto
	x509.MarshalPKCS1PrivateKey(nil)
}

func tpl(w http.ResponseWriter, r *http.Request) {
	t := template.New("x")
	// ruleid: template-injection
	t.Parse("<p>" + r.FormValue("x") + "</p>")
	// ruleid: xss
	t.Funcs(template.FuncMap{"safe": func(s string) template.HTML { return template.HTML(s) }})
	q := r.URL.Query()
	w.Header().Set("Content-Type", "text/html")
	// ruleid: xss
	w.Write([]byte(strings.Join(q["a"], ",")))
	for k, v := range q {
		// ruleid: xss
		fmt.Fprintf(w, "%s: %s<br>", k, v)
	}
	c, err := r.Cookie("name")
	if err == nil {
		// ruleid: xss
		fmt.Fprintf(w, "<p>%s</p>", c.Value)
	}
	// ruleid: xss
	fmt.Fprintf(w, "<p>%v</p>", r.Header["User-Agent"])
	// ok: xss
	fmt.Fprintf(w, "<p>%t</p>", r.FormValue("x") == "1")
}

type Ctl struct{ beego.Controller }

func (c *Ctl) Get() {
	name := c.GetString("name")
	// ruleid: xss
	c.Ctx.WriteString("<p>" + name)
	// ruleid: open-redirect
	c.Redirect(c.GetString("next"), 302)
}

