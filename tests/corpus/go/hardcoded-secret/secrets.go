package secrets

import (
	"crypto/aes"
	"crypto/hmac"
	"crypto/sha256"
	"database/sql"
	"net/http"
	"net/smtp"
	"os"

	"github.com/aws/aws-sdk-go/aws/credentials"
	"github.com/gin-contrib/sessions/cookie"
	"github.com/gorilla/securecookie"
	"github.com/gorilla/sessions"
	"github.com/redis/go-redis/v9"
	"golang.org/x/crypto/ssh"
)

// ruleid: hardcoded-secret
const password = "S3cur3-Pa55!word"

// ok: hardcoded-secret
const passwordField = "password"

// ruleid: hardcoded-secret
var apiKey = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b"

// ok: hardcoded-secret
var apiKeyName = "X-API-Key"

// ok: hardcoded-secret
var token = os.Getenv("TOKEN")

// ok: hardcoded-secret
var placeholderPassword = "changeme"

// ruleid: hardcoded-secret
var awsKey = "AKIAIOSFODNN7QWERTYU"

type Config struct {
	User     string
	Password string
	Secret   string
}

func Defaults() Config {
	return Config{
		User: "admin",
		// ruleid: hardcoded-secret
		Password: "tr0ub4dor&3",
		// ok: hardcoded-secret
		Secret: os.Getenv("SECRET"),
	}
}

func Sessions() *sessions.CookieStore {
	// ruleid: hardcoded-secret
	return sessions.NewCookieStore([]byte("something-very-secret"))
}

func SessionsFromEnvironment() *sessions.CookieStore {
	// ok: hardcoded-secret
	return sessions.NewCookieStore([]byte(os.Getenv("SESSION_KEY")))
}

func SessionsRandom() *sessions.CookieStore {
	// ok: hardcoded-secret
	return sessions.NewCookieStore(securecookie.GenerateRandomKey(32))
}

func GinSessions() any {
	// ruleid: hardcoded-secret
	return cookie.NewStore([]byte("secret"))
}

func Secure() *securecookie.SecureCookie {
	// ruleid: hardcoded-secret
	return securecookie.New([]byte("very-secret-hash-key"), nil)
}

func Database() (*sql.DB, error) {
	// ruleid: hardcoded-secret
	return sql.Open("postgres", "postgres://admin:hunter2@db.example.com/app")
}

func DatabaseMySQL() (*sql.DB, error) {
	// ruleid: hardcoded-secret
	return sql.Open("mysql", "root:hunter2@tcp(127.0.0.1:3306)/app")
}

func DatabaseFromEnvironment() (*sql.DB, error) {
	// ok: hardcoded-secret
	return sql.Open("postgres", os.Getenv("DATABASE_URL"))
}

func DatabaseNoPassword() (*sql.DB, error) {
	// ok: hardcoded-secret
	return sql.Open("postgres", "postgres://localhost/app?sslmode=verify-full")
}

func Mail() smtp.Auth {
	// ruleid: hardcoded-secret
	return smtp.PlainAuth("", "mailer@example.com", "m41lerPass", "smtp.example.com")
}

func MailFromEnvironment() smtp.Auth {
	// ok: hardcoded-secret
	return smtp.PlainAuth("", "mailer@example.com", os.Getenv("MAIL_PASSWORD"), "smtp.example.com")
}

func Basic(r *http.Request) {
	// ruleid: hardcoded-secret
	r.SetBasicAuth("service", "p4ssw0rd-service")
	// ok: hardcoded-secret
	r.SetBasicAuth("service", os.Getenv("SERVICE_PASSWORD"))
	// ruleid: hardcoded-secret
	r.Header.Set("Authorization", "Bearer 4f8a2c9b7d1e6f3a5c8b2d9e7f1a4c6b")
	// ok: hardcoded-secret
	r.Header.Set("Authorization", "Bearer "+os.Getenv("API_TOKEN"))
}

func Amazon() *credentials.Credentials {
	// ruleid: hardcoded-secret
	return credentials.NewStaticCredentials("AKIAI44QH8DHBQWERTYU", "je7MtGbClwBF2Zp9Utk3h3yCo8nvbQWERTYUIOPA", "")
}

func Redis() *redis.Client {
	// ruleid: hardcoded-secret
	return redis.NewClient(&redis.Options{Addr: "localhost:6379", Password: "r3d1s-pass"})
}

func RedisNone() *redis.Client {
	// ok: hardcoded-secret
	return redis.NewClient(&redis.Options{Addr: "localhost:6379", Password: ""})
}

func Shell() ssh.AuthMethod {
	// ruleid: hardcoded-secret
	return ssh.Password("r00t-Passw0rd")
}

func Signed(message []byte) []byte {
	// ruleid: hardcoded-secret
	mac := hmac.New(sha256.New, []byte("shared-secret-key"))
	mac.Write(message)
	return mac.Sum(nil)
}

func Encrypted() error {
	key := []byte("0123456789abcdef0123456789abcdef")
	// ruleid: hardcoded-secret
	_, err := aes.NewCipher(key)
	return err
}

func Loaded() error {
	key, err := os.ReadFile("/run/secrets/key")
	if err != nil {
		return err
	}
	// ok: hardcoded-secret
	_, err = aes.NewCipher(key)
	return err
}

func Local() {
	// ruleid: hardcoded-secret
	dbPassword := "Sup3rS3cret!"
	// ruleid: hardcoded-secret
	github := "ghp_R4nd0mT0kenR4nd0mT0kenR4nd0mT0ken12"
	// ok: hardcoded-secret
	passwordPrompt := "Enter your password: "
	use(dbPassword, github, passwordPrompt)
}

func use(...string) {}

// ruleid: hardcoded-secret
const privateKey = `-----BEGIN RSA PRIVATE KEY-----
MIIEpAIBAAKCAQEA0Z3VS5JJcds3xfn/ygWyF0PbnGcY5unA67hqxnZqxGxCmV9q
-----END RSA PRIVATE KEY-----`

func keysInBytes() [][]byte {
	// ruleid: hardcoded-secret
	signingKey := []byte("autumn-1987")
	// ruleid: hardcoded-secret
	sharedSecret := []byte("qT7-zz91-Lk")
	// ok: hardcoded-secret
	keySeparator := []byte("key=")
	// ok: hardcoded-secret
	fromOutside := []byte(os.Getenv("SIGNING_KEY"))
	return [][]byte{signingKey, sharedSecret, keySeparator, fromOutside}
}
