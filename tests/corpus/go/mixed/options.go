package main

import (
	"crypto/aes"
	"crypto/cipher"
	"crypto/hmac"
	crand "crypto/rand"
	"crypto/sha256"
	"crypto/tls"
	"database/sql"
	"encoding/hex"
	"fmt"
	"io"
	"log"
	"math/big"
	"math/rand"
	"net/http"
	"os"
	"strings"
	"time"

	"github.com/dgrijalva/jwt-go"
	"github.com/gin-contrib/cors"
	"github.com/gin-gonic/gin"
	"github.com/gorilla/csrf"
	"github.com/gorilla/handlers"
	"github.com/gorilla/sessions"
	"github.com/gorilla/websocket"
	"golang.org/x/crypto/bcrypt"
	"golang.org/x/crypto/ssh"
	"google.golang.org/grpc"
)

var store = sessions.NewCookieStore([]byte(os.Getenv("KEY")))

// ruleid: hardcoded-secret
var store2 = sessions.NewCookieStore([]byte("super-secret-key"))

const jwtKey = "mysecret-signing-key"

type Claims struct {
	User string
	jwt.StandardClaims
}

func sign() (string, error) {
	token := jwt.NewWithClaims(jwt.SigningMethodHS256, Claims{})
	// ruleid: jwt
	return token.SignedString([]byte(jwtKey))
}

func sign2(cfg Config) (string, error) {
	token := jwt.NewWithClaims(jwt.SigningMethodHS256, Claims{})
	// ok: jwt
	return token.SignedString([]byte(cfg.Key))
}

func parse(s string) {
	// ruleid: jwt
	jwt.ParseWithClaims(s, &Claims{}, func(t *jwt.Token) (interface{}, error) {
		return []byte(jwtKey), nil
	})
	// ok: jwt
	jwt.Parse(s, func(t *jwt.Token) (interface{}, error) {
		if _, ok := t.Method.(*jwt.SigningMethodHMAC); !ok {
			return nil, fmt.Errorf("bad")
		}
		return []byte(os.Getenv("K")), nil
	})
}

func login(w http.ResponseWriter, r *http.Request) {
	session, _ := store.Get(r, "s")
	session.Values["a"] = 1
	// ruleid: insecure-cookie
	session.Options.Secure = false
	// ruleid: insecure-cookie
	session.Options = &sessions.Options{MaxAge: 10}
	expires := time.Now().Add(time.Hour)
	// ruleid: insecure-cookie
	cookie := http.Cookie{Name: "session", Value: "v", Expires: expires, HttpOnly: true}
	http.SetCookie(w, &cookie)
	// ruleid: insecure-cookie
	w.Header().Set("Set-Cookie", "session=abc")
	// ok: insecure-cookie
	w.Header().Set("Set-Cookie", "session=abc; Secure; HttpOnly; SameSite=Lax")
}

func corsAll(h http.Handler, e *gin.Engine, w http.ResponseWriter, r *http.Request) {
	// ruleid: cors
	handlers.CORS(handlers.AllowedOrigins([]string{"*"}), handlers.AllowCredentials())(h)
	// ruleid: cors
	e.Use(cors.New(cors.Config{
		AllowAllOrigins:  true,
		AllowCredentials: true,
	}))
	// ruleid: cors
	w.Header()["Access-Control-Allow-Origin"] = []string{"*"}
	if origin := r.Header.Get("Origin"); origin != "" {
		// ruleid: cors
		w.Header().Set("Access-Control-Allow-Origin", origin)
	}
	if origin := r.Header.Get("Origin"); strings.HasSuffix(origin, "example.com") {
		// ruleid: cors
		w.Header().Set("Access-Control-Allow-Origin", origin)
	}
	origins := []string{"https://a.example"}
	// ok: cors
	handlers.CORS(handlers.AllowedOrigins(origins))(h)
}

var up = websocket.Upgrader{
	ReadBufferSize: 1024,
	// ruleid: csrf
	CheckOrigin: func(r *http.Request) bool {
		return true
	},
}

func random() string {
	rand.Seed(time.Now().UnixNano())
	b := make([]byte, 16)
	const letters = "abc"
	for i := range b {
		b[i] = letters[rand.Intn(len(letters))]
	}
	// ok: weak-random
	n, _ := crand.Int(crand.Reader, big.NewInt(100))
	use(n)
	// ruleid: weak-random
	apiKey := fmt.Sprintf("%d", rand.Int63())
	return apiKey
}

func generateSessionToken() string {
	r := rand.New(rand.NewSource(1))
	// ruleid: weak-random
	return fmt.Sprintf("%d", r.Int63())
}

func enc(text []byte) {
	// ruleid: hardcoded-secret
	block, _ := aes.NewCipher([]byte("example key 1234"))
	// ruleid: weak-crypto
	stream := cipher.NewCFBEncrypter(block, []byte("1234567890123456"))
	use(stream)
	iv := make([]byte, 16)
	io.ReadFull(crand.Reader, iv)
	// ok: weak-crypto
	cipher.NewCBCEncrypter(block, iv)
}

func auth(user, password string, db *sql.DB) bool {
	// ruleid: authentication
	if user == "admin" && password == "admin123" {
		return true
	}
	var hash string
	db.QueryRow("SELECT hash FROM u WHERE n = ?", user).Scan(&hash)
	// ok: authentication
	return bcrypt.CompareHashAndPassword([]byte(hash), []byte(password)) == nil
}

func expose(password string, err error, w http.ResponseWriter) {
	// ruleid: data-exposure
	log.Printf("user logged in with password: %s", password)
	// ruleid: data-exposure
	fmt.Printf("Password: %s\n", password)
	// ok: data-exposure
	log.Printf("error: %v", err)
	mac := hmac.New(sha256.New, []byte(os.Getenv("K")))
	// ok: data-exposure
	log.Println(hex.EncodeToString(mac.Sum(nil)))
}

func conns(addr string) {
	// ruleid: misconfiguration
	grpc.Dial(addr, grpc.WithInsecure(), grpc.WithBlock())
	// ruleid: tls-verification
	cfg := &ssh.ClientConfig{User: "x", HostKeyCallback: ssh.InsecureIgnoreHostKey()}
	use(cfg)
	// ok: tls-verification
	t := &tls.Config{MinVersion: tls.VersionTLS12, InsecureSkipVerify: false}
	use(t)
	// ruleid: csrf
	csrf.Protect([]byte("32-byte-long-auth-key"), csrf.Secure(false))
	s := &http.Server{
		Addr: ":8080",
		ReadTimeout: 5 * time.Second,
	}
	// ok: misconfiguration
	s.ListenAndServe()
	// ruleid: file-permissions
	os.Mkdir("/x", 0777)
	// ruleid: file-permissions
	os.Chmod("/x", 0755|0022)
	// ok: file-permissions
	os.WriteFile("/x", nil, 0600)
}
