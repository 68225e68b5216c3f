package main

import (
	"crypto/aes"
	"crypto/cipher"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/rsa"
	"crypto/sha1"
	"crypto/sha512"
	"encoding/base64"
	"encoding/hex"
	"fmt"
	"io"
	"log/slog"
	mr "math/rand"
	"net/http"
	"net/http/cookiejar"
	"os"
	"time"

	"github.com/alexedwards/scs/v2"
	"github.com/go-logr/logr"
	"github.com/golang-jwt/jwt/v4"
	"github.com/gorilla/securecookie"
	"github.com/kelseyhightower/envconfig"
	"github.com/redis/go-redis/v9"
	"go.uber.org/zap"
	"golang.org/x/crypto/argon2"
	"golang.org/x/crypto/chacha20poly1305"
	"golang.org/x/crypto/ssh"
	"golang.org/x/crypto/tea"
)

var hmacSampleSecret = []byte("super-long-static-secret-0")

type creds struct {
	Username string `json:"username"`
	Password string `json:"password"`
}

type tokenClaims struct {
	Name string `json:"name"`
	jwt.RegisteredClaims
}

func issue(c creds) (string, error) {
	claims := tokenClaims{Name: c.Username, RegisteredClaims: jwt.RegisteredClaims{ExpiresAt: jwt.NewNumericDate(time.Now().Add(time.Hour))}}
	// ruleid: jwt
	return jwt.NewWithClaims(jwt.SigningMethodHS512, claims).SignedString(hmacSampleSecret)
}

func issueEnv(c creds) (string, error) {
	key := []byte(os.Getenv("JWT"))
	// ok: jwt
	return jwt.NewWithClaims(jwt.SigningMethodHS512, jwt.MapClaims{"n": c.Username}).SignedString(key)
}

func claimsOf(raw string) (string, error) {
	var p jwt.Parser
	// ruleid: jwt
	t, _, err := p.ParseUnverified(raw, &tokenClaims{})
	if err != nil {
		return "", err
	}
	_ = t
	// ok: jwt
	tk, err := jwt.ParseWithClaims(raw, &tokenClaims{}, func(*jwt.Token) (any, error) { return os.ReadFile("/etc/key") })
	_ = tk
	return "", err
}

func crypt(key []byte, msg []byte) ([]byte, error) {
	if len(key) != 32 {
		return nil, fmt.Errorf("key")
	}
	b, err := aes.NewCipher(key)
	if err != nil {
		return nil, err
	}
	out := make([]byte, aes.BlockSize+len(msg))
	iv := out[:aes.BlockSize]
	if _, err := io.ReadFull(rand.Reader, iv); err != nil {
		return nil, err
	}
	// ok: weak-crypto
	cipher.NewCFBEncrypter(b, iv).XORKeyStream(out[aes.BlockSize:], msg)
	zero := make([]byte, 16)
	// ruleid: weak-crypto
	cipher.NewCBCEncrypter(b, zero).CryptBlocks(out, msg)
	a, _ := chacha20poly1305.New(key)
	var nonce [12]byte
	rand.Read(nonce[:])
	// ok: weak-crypto
	a.Seal(nil, nonce[:], msg, nil)
	// ruleid: weak-crypto
	a.Seal(nil, []byte("000000000000"), msg, nil)
	// ruleid: weak-crypto
	tea.NewCipher(key)
	return out, nil
}

func keysOf() {
	// ruleid: weak-crypto
	ecdsa.GenerateKey(elliptic.P224(), rand.Reader)
	// ok: weak-crypto
	ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	const size = 1024
	// ruleid: weak-crypto
	rsa.GenerateKey(rand.Reader, size)
	// ok: weak-crypto
	rsa.GenerateMultiPrimeKey(rand.Reader, 3, 3072)
	// ok: weak-hash
	sha512.New()
	// ruleid: weak-hash
	sum := sha1.Sum([]byte("x"))
	fmt.Println(hex.EncodeToString(sum[:]))
	salt := make([]byte, 16)
	rand.Read(salt)
	// ok: weak-hash
	argon2.IDKey([]byte("p"), salt, 1, 64*1024, 4, 32)
}

func generateToken() string {
	b := make([]byte, 32)
	for i := range b {
		// ruleid: weak-random
		b[i] = byte(mr.Intn(256))
	}
	return base64.URLEncoding.EncodeToString(b)
}

func newSessionKey() string {
	r := mr.New(mr.NewSource(1))
	// ruleid: weak-random
	return fmt.Sprint(r.Int63())
}

func backoff(n int) time.Duration {
	// ok: weak-random
	return time.Duration(mr.Int63n(int64(n)))
}

func secureToken() string {
	b := make([]byte, 32)
	// ok: weak-random
	if _, err := rand.Read(b); err != nil {
		panic(err)
	}
	return hex.EncodeToString(b)
}

func session(w http.ResponseWriter, tok string) {
	sm := scs.New()
	// ruleid: insecure-cookie
	sm.Cookie.Secure = false
	// ok: insecure-cookie
	sm.Cookie.HttpOnly = true
	ck := http.Cookie{Name: "refresh_token", Value: tok, Path: "/", HttpOnly: true, SameSite: http.SameSiteLaxMode}
	ck.Secure = true
	// ok: insecure-cookie
	http.SetCookie(w, &ck)
	// ruleid: insecure-cookie
	c2 := &http.Cookie{Name: "access_token", Value: tok}
	c2.Path = "/"
	http.SetCookie(w, c2)
	// ruleid: insecure-cookie
	w.Header().Add("Set-Cookie", "sid="+tok)
	// ok: insecure-cookie
	w.Header().Add("Set-Cookie", "sid="+tok+"; Secure; HttpOnly; SameSite=Strict")
	jar, _ := cookiejar.New(nil)
	_ = jar
	// ruleid: hardcoded-secret
	securecookie.New([]byte("very-secret-hash-key-32-bytes-lo"), nil)
	// ok: hardcoded-secret
	securecookie.New(securecookie.GenerateRandomKey(64), nil)
}

func config() {
	// ruleid: hardcoded-secret
	redis.NewClient(&redis.Options{Addr: "r:6379", Password: "Zk39-redis-pass"})
	// ok: hardcoded-secret
	redis.NewClient(&redis.Options{Addr: "r:6379", Username: "default"})
	// ruleid: hardcoded-secret
	var db = map[string]string{"user": "app", "password": "M3g4-S3cret-pw"}
	_ = db
	// ruleid: tls-verification
	sshConf := ssh.ClientConfig{User: "git", Auth: []ssh.AuthMethod{ssh.Password("gitP4ss-1")}, HostKeyCallback: ssh.InsecureIgnoreHostKey()}
	_ = sshConf
	var s struct{ Password string }
	// ok: hardcoded-secret
	envconfig.Process("app", &s)
	// ok: hardcoded-secret
	dsn := "user:" + os.Getenv("PW") + "@tcp(db)/x"
	_ = dsn
	// ruleid: hardcoded-secret
	const awsSecretAccessKey = "abcdEFGH1234ijklMNOP5678qrstUVWX90abCDef"
}

func logs(l logr.Logger, z *zap.Logger, r *http.Request, c creds) {
	// todoruleid: log-injection
	slog.Info("user " + r.FormValue("u"))
	// ok: log-injection
	slog.Info("user", "u", r.FormValue("u"))
	// ruleid: log-injection
	z.Sugar().Infof("user %s", r.FormValue("u"))
	// ruleid: data-exposure
	z.Info("login", zap.String("password", c.Password))
	// ruleid: data-exposure
	fmt.Printf("creds %s\n", c.Password)
	// ok: data-exposure
	slog.Info("login", "user", c.Username)
	// ok: log-injection
	z.Info("ok")
}

func corsFor(w http.ResponseWriter, r *http.Request) {
	h := w.Header()
	// ruleid: cors
	h.Set("Access-Control-Allow-Origin", r.Header.Get("Origin"))
	h.Set("Access-Control-Allow-Credentials", "true")
}

func corsSafe(w http.ResponseWriter, r *http.Request) {
	switch o := r.Header.Get("Origin"); o {
	case "https://a.example.com", "https://b.example.com":
		// ok: cors
		w.Header().Set("Access-Control-Allow-Origin", o)
		w.Header().Set("Access-Control-Allow-Credentials", "true")
	}
}
