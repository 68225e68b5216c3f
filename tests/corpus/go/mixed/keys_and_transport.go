package handlers

import (
	"crypto/aes"
	"crypto/cipher"
	"crypto/des"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/hmac"
	"crypto/md5"
	crand "crypto/rand"
	"crypto/rc4"
	"crypto/rsa"
	"crypto/sha1"
	"crypto/sha256"
	"crypto/subtle"
	"crypto/tls"
	"encoding/hex"
	"encoding/xml"
	"encoding/gob"
	"errors"
	"fmt"
	"html/template"
	"io/ioutil"
	"log"
	"math/rand"
	mrand "math/rand/v2"
	"net/http"
	_ "net/http/pprof"
	"os"
	"regexp"
	"time"

	"github.com/dgrijalva/jwt-go"
	jwt5 "github.com/golang-jwt/jwt/v5"
	"github.com/gin-contrib/cors"
	"github.com/gin-gonic/gin"
	"github.com/go-ldap/ldap/v3"
	"github.com/gorilla/csrf"
	"github.com/gorilla/sessions"
	"github.com/antchfx/xmlquery"
	"github.com/antchfx/htmlquery"
	rscors "github.com/rs/cors"
	"golang.org/x/crypto/bcrypt"
	"golang.org/x/crypto/pbkdf2"
	"golang.org/x/crypto/ssh"
)

func h1(password string, data []byte) {
	// ruleid: weak-hash
	md5.Sum([]byte(password))
	// ruleid: weak-hash
	sum := sha1.New()
	sum.Write(data)
	// ok: weak-hash
	sha256.Sum256(data)
	// ok: weak-hash
	bcrypt.GenerateFromPassword([]byte(password), bcrypt.DefaultCost)
	// ruleid: weak-hash
	bcrypt.GenerateFromPassword([]byte(password), 4)
	// ruleid: weak-hash
	pbkdf2.Key([]byte(password), data, 100, 32, sha256.New)
	// ok: weak-hash
	pbkdf2.Key([]byte(password), data, 600000, 32, sha256.New)
	// ruleid: weak-hash
	h := sha256.Sum256([]byte(password))
	_ = h
	// ok: weak-hash
	hmac.New(sha256.New, data)
	// ruleid: weak-hash
	hmac.New(md5.New, data)
}

func c1(key, plain, iv []byte) {
	// ruleid: weak-crypto
	des.NewCipher(key)
	// ruleid: weak-crypto
	des.NewTripleDESCipher(key)
	// ruleid: weak-crypto
	rc4.NewCipher(key)
	// ok: weak-crypto
	b, _ := aes.NewCipher(key)
	// ok: weak-crypto
	cipher.NewGCM(b)
	// ruleid: weak-crypto
	cipher.NewCBCEncrypter(b, []byte("1234567890123456"))
	// ok: weak-crypto
	cipher.NewCBCEncrypter(b, iv)
	// ruleid: hardcoded-secret
	aes.NewCipher([]byte("0123456789abcdef"))
	// ruleid: weak-crypto
	rsa.GenerateKey(crand.Reader, 1024)
	// ok: weak-crypto
	rsa.GenerateKey(crand.Reader, 2048)
	// ok: weak-crypto
	ecdsa.GenerateKey(elliptic.P256(), crand.Reader)
	// ruleid: weak-crypto
	rsa.EncryptPKCS1v15(crand.Reader, nil, plain)
	// ok: weak-crypto
	rsa.EncryptOAEP(sha256.New(), crand.Reader, nil, plain, nil)
	nonce := make([]byte, 12)
	g, _ := cipher.NewGCM(b)
	// ruleid: weak-crypto
	g.Seal(nil, nonce, plain, nil)
	n2 := make([]byte, 12)
	crand.Read(n2)
	// ok: weak-crypto
	g.Seal(nil, n2, plain, nil)
}

func rnd1() string {
	token := make([]byte, 16)
	// ruleid: weak-random
	rand.Read(token)
	return hex.EncodeToString(token)
}

func generatePassword() string {
	const letters = "abcdefghijklmnop"
	b := make([]byte, 12)
	for i := range b {
		// ruleid: weak-random
		b[i] = letters[rand.Intn(len(letters))]
	}
	return string(b)
}

func newSessionID() string {
	// ruleid: weak-random
	return fmt.Sprintf("%d", rand.Int63())
}

func otp() int {
	// ruleid: weak-random
	return mrand.IntN(900000) + 100000
}

func jitter() time.Duration {
	// ok: weak-random
	return time.Duration(rand.Intn(100)) * time.Millisecond
}

func secureToken() string {
	b := make([]byte, 32)
	// ok: weak-random
	crand.Read(b)
	return hex.EncodeToString(b)
}

func shuffle(xs []int) {
	// ok: weak-random
	rand.Shuffle(len(xs), func(i, j int) { xs[i], xs[j] = xs[j], xs[i] })
}

func t1() {
	// ruleid: tls-verification
	tr := &http.Transport{TLSClientConfig: &tls.Config{InsecureSkipVerify: true}}
	_ = tr
	// ruleid: tls-verification
	_ = &tls.Config{MinVersion: tls.VersionTLS10}
	// ok: tls-verification
	_ = &tls.Config{MinVersion: tls.VersionTLS12}
	// ruleid: tls-verification
	_ = &tls.Config{MaxVersion: tls.VersionSSL30}
	// ruleid: tls-verification
	_ = &tls.Config{CipherSuites: []uint16{tls.TLS_RSA_WITH_RC4_128_SHA}}
	// ok: tls-verification
	_ = &tls.Config{CipherSuites: []uint16{tls.TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256}}
	conf := &tls.Config{}
	// ruleid: tls-verification
	conf.InsecureSkipVerify = true
	// ruleid: tls-verification
	conf.MinVersion = tls.VersionTLS11
	// ok: tls-verification
	_ = &tls.Config{InsecureSkipVerify: false, MinVersion: tls.VersionTLS13}
	// ruleid: tls-verification
	_ = ssh.ClientConfig{HostKeyCallback: ssh.InsecureIgnoreHostKey()}
	// ok: tls-verification
	_ = ssh.ClientConfig{HostKeyCallback: ssh.FixedHostKey(nil)}
	// ruleid: tls-verification
	_ = &ssh.ClientConfig{HostKeyCallback: func(string, net.Addr, ssh.PublicKey) error { return nil }}
}

func ck(w http.ResponseWriter, v string) {
	// ruleid: insecure-cookie
	http.SetCookie(w, &http.Cookie{Name: "session", Value: v})
	// ok: insecure-cookie
	http.SetCookie(w, &http.Cookie{Name: "session", Value: v, HttpOnly: true, Secure: true, SameSite: http.SameSiteLaxMode})
	// ruleid: insecure-cookie
	http.SetCookie(w, &http.Cookie{Name: "token", Value: v, HttpOnly: false, Secure: true})
	c := http.Cookie{Name: "auth", Value: v}
	c.HttpOnly = true
	c.Secure = true
	// ok: insecure-cookie
	http.SetCookie(w, &c)
	// ok: insecure-cookie
	http.SetCookie(w, &http.Cookie{Name: "session", Value: "", MaxAge: -1, HttpOnly: true, Secure: true})
	// ruleid: hardcoded-secret
	store := sessions.NewCookieStore([]byte("super-secret-key"))
	// ruleid: insecure-cookie
	store.Options = &sessions.Options{Path: "/", HttpOnly: false}
	// ok: insecure-cookie
	store.Options = &sessions.Options{Path: "/", HttpOnly: true, Secure: true}
	// ok: hardcoded-secret
	s2 := sessions.NewCookieStore([]byte(os.Getenv("SESSION_KEY")))
	_ = s2
}

func ck2(c *gin.Context, v string) {
	// ruleid: insecure-cookie
	c.SetCookie("session", v, 3600, "/", "", false, false)
	// ok: insecure-cookie
	c.SetCookie("session", v, 3600, "/", "", true, true)
}

func cors1(w http.ResponseWriter, r *http.Request) {
	// ruleid: cors
	w.Header().Set("Access-Control-Allow-Origin", r.Header.Get("Origin"))
	w.Header().Set("Access-Control-Allow-Credentials", "true")
	// ruleid: cors
	w.Header().Set("Access-Control-Allow-Origin", "*")
	// ok: cors
	w.Header().Set("Access-Control-Allow-Origin", "https://example.com")
	o := r.Header.Get("Origin")
	if o == "https://a.example.com" {
		// ok: cors
		w.Header().Set("Access-Control-Allow-Origin", o)
	}
	if hosts[o] {
		// ok: cors
		w.Header().Set("Access-Control-Allow-Origin", o)
	}
}

func cors2(e *gin.Engine) {
	// ruleid: cors
	e.Use(cors.Default())
	// ruleid: cors
	e.Use(cors.New(cors.Config{AllowAllOrigins: true, AllowCredentials: true}))
	// ok: cors
	e.Use(cors.New(cors.Config{AllowOrigins: []string{"https://a.example.com"}}))
	// ruleid: cors
	rscors.New(rscors.Options{AllowedOrigins: []string{"*"}, AllowCredentials: true})
	// ruleid: cors
	rscors.AllowAll()
	// ok: cors
	rscors.New(rscors.Options{AllowedOrigins: []string{"https://x.example.com"}, AllowCredentials: true})
	// ruleid: csrf
	csrf.Protect([]byte(os.Getenv("K")), csrf.Secure(false))
	// ok: csrf
	csrf.Protect([]byte(os.Getenv("K")), csrf.Secure(true))
}

func j1(tok string, key []byte) {
	// ruleid: jwt
	jwt.Parse(tok, func(t *jwt.Token) (interface{}, error) { return jwt.UnsafeAllowNoneSignatureType, nil })
	p := new(jwt.Parser)
	// ruleid: jwt
	p.ParseUnverified(tok, jwt.MapClaims{})
	// ruleid: jwt
	t := jwt5.NewWithClaims(jwt5.SigningMethodNone, jwt5.MapClaims{"a": 1})
	t.SignedString(jwt5.UnsafeAllowNoneSignatureType)
	// ok: jwt
	t2 := jwt5.NewWithClaims(jwt5.SigningMethodHS256, jwt5.MapClaims{"a": 1})
	// ruleid: jwt
	t2.SignedString([]byte("my_secret_key"))
	// ok: hardcoded-secret
	t2.SignedString(key)
	// ok: jwt
	jwt5.Parse(tok, func(t *jwt5.Token) (interface{}, error) {
		if _, ok := t.Method.(*jwt5.SigningMethodHMAC); !ok {
			return nil, errors.New("bad")
		}
		return key, nil
	})
}

func f1() {
	// ruleid: file-permissions
	os.Chmod("/etc/app.conf", 0777)
	// ok: file-permissions
	os.Chmod("/etc/app.conf", 0600)
	// ruleid: file-permissions
	os.Mkdir("/var/x", 0777)
	// ok: file-permissions
	os.MkdirAll("/var/x", 0750)
	// ruleid: file-permissions
	os.OpenFile("/var/x/y", os.O_CREATE, 0666)
	// ok: file-permissions
	os.OpenFile("/var/x/y", os.O_CREATE, 0600)
	// ruleid: file-permissions
	ioutil.WriteFile("/var/x/y", nil, 0666)
	// ruleid: insecure-tempfile
	os.WriteFile("/tmp/demo2", nil, 0600)
	// ok: insecure-tempfile
	f, _ := os.CreateTemp("", "demo")
	_ = f
	// ruleid: insecure-tempfile
	os.Create("/tmp/report.txt")
}

func li(r *http.Request, l *ldap.Conn) {
	u := r.FormValue("u")
	// ruleid: ldap-injection
	ldap.NewSearchRequest("dc=x", 2, 0, 0, 0, false, "(uid="+u+")", nil, nil)
	// ok: ldap-injection
	ldap.NewSearchRequest("dc=x", 2, 0, 0, 0, false, "(uid="+ldap.EscapeFilter(u)+")", nil, nil)
	// ruleid: ldap-injection
	ldap.NewSearchRequest("dc=x", 2, 0, 0, 0, false, fmt.Sprintf("(&(uid=%s))", u), nil, nil)
	// ruleid: authentication
	l.Bind("cn=admin", "")
	doc, _ := xmlquery.Parse(nil)
	// ruleid: xpath-injection
	xmlquery.Find(doc, "//user[@name='"+u+"']")
	// ruleid: xpath-injection
	xmlquery.FindOne(doc, fmt.Sprintf("//user[@name='%s']", u))
	// ok: xpath-injection
	xmlquery.Find(doc, "//user")
	// ruleid: xpath-injection
	htmlquery.Find(nil, "//a[@href='"+u+"']")
	// ruleid: regex-dos
	regexp.MustCompile(u)
	// ok: denial-of-service
	regexp.MustCompile(regexp.QuoteMeta(u))
	// ruleid: template-injection
	template.New("x").Parse("hello " + u)
	// ok: code-injection
	template.New("x").Parse("hello {{.}}")
	var v interface{}
	gob.NewDecoder(r.Body).Decode(&v)
	// ok: xxe
	xml.NewDecoder(r.Body).Decode(&v)
}

func ex(w http.ResponseWriter, r *http.Request, password string, err error) {
	// ruleid: data-exposure
	log.Printf("login with password %s", password)
	// ok: data-exposure
	log.Printf("login of user")
	// ruleid: data-exposure
	fmt.Println("token: ", os.Getenv("API_TOKEN"))
	http.Error(w, err.Error(), 500)
	// ok: data-exposure
	http.Error(w, "internal error", 500)
	// ruleid: hardcoded-secret
	if password == "letmein-please" {
	}
	// ruleid: timing
	if r.Header.Get("X-Token") == os.Getenv("TOKEN") {
	}
	// ok: authentication
	if subtle.ConstantTimeCompare([]byte(r.Header.Get("X-Token")), []byte(os.Getenv("TOKEN"))) == 1 {
	}
	// ruleid: misconfiguration
	http.ListenAndServe(":8080", nil)
	http.ListenAndServe("127.0.0.1:8080", nil)
}

// ruleid: hardcoded-secret
const dbPassword = "Sup3rS3cr3t!pw"
// ok: hardcoded-secret
const apiKey = "AKIAIOSFODNN7EXAMPLE"
// ruleid: hardcoded-secret
var dsn = "postgres://admin:hunter2hunter2@db.internal:5432/app"
// ok: hardcoded-secret
var dsn2 = "postgres://admin:" + os.Getenv("PW") + "@db.internal:5432/app"
// ok: hardcoded-secret
var passwordField = "password"
// ok: hardcoded-secret
var tokenURL = "https://example.com/oauth/token"
