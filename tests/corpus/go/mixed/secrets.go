package conf

import (
	"database/sql"
	"fmt"
	"net/http"
	"net/smtp"
	"os"

	"github.com/aws/aws-sdk-go/aws/credentials"
	"github.com/go-redis/redis/v8"
	"github.com/joho/godotenv"
	"golang.org/x/crypto/ssh"
	"gopkg.in/gomail.v2"
	"gorm.io/driver/postgres"
)

// ruleid: hardcoded-secret
const dbPassword = "Tr0ub4dor&3x!"
// ruleid: hardcoded-secret
const apiKey = "f3b2c1d0e9a8b7c6d5e4f3a2b1c0d9e8"
// ruleid: hardcoded-secret
var accessToken = "ya29-8f7e6d5c4b3a29181716151413121110"
// ok: hardcoded-secret
var passwordField = "password"
// ok: hardcoded-secret
var passwordPrompt = "Enter your password: "
// ok: hardcoded-secret
const tokenHeader = "X-Auth-Token"
// ok: hardcoded-secret
var secretFromEnv = os.Getenv("APP_SECRET")
// ok: hardcoded-secret
const passwordPlaceholder = "<password>"
// ok: hardcoded-secret
var dbPass = ""
// ok: hardcoded-secret
const apiKeyEnv = "MY_API_KEY"
// ruleid: hardcoded-secret
const privateKey = "-----BEGIN RSA PRIVATE KEY-----\nMIIEpAIBAAKCAQEA3Tz2mr7SZiAMfQyuvBjM9Oi8"

type config struct {
	User     string
	Password string
	Token    string
}

func settings() {
	// todoruleid: hardcoded-secret
	_ = config{User: "root", Password: "hunter2-prod-pw"}
	// ok: hardcoded-secret
	_ = config{User: "root", Password: os.Getenv("PW")}
	// ok: hardcoded-secret
	_ = config{User: "root", Password: ""}
	c := &config{}
	// ruleid: hardcoded-secret
	c.Password = "k8dJ2mZq91xP"
	// ok: hardcoded-secret
	c.Token = readToken()
	// ruleid: hardcoded-secret
	sql.Open("mysql", "root:Sup3rS3cret@tcp(127.0.0.1:3306)/db")
	// ruleid: hardcoded-secret
	sql.Open("postgres", "postgres://admin:p4ssw0rd9@db.example.com:5432/app?sslmode=disable")
	// ok: hardcoded-secret
	sql.Open("mysql", os.Getenv("DSN"))
	// ok: hardcoded-secret
	sql.Open("postgres", fmt.Sprintf("host=%s password=%s", os.Getenv("H"), os.Getenv("P")))
	// ok: hardcoded-secret
	sql.Open("sqlite3", "file:test.db?cache=shared")
	// ruleid: hardcoded-secret
	postgres.Open("host=db user=app password=Xk29fjQ1 dbname=app")
	// ruleid: hardcoded-secret
	redis.NewClient(&redis.Options{Addr: "localhost:6379", Password: "r3d1s-Pr0d-pass"})
	// ok: hardcoded-secret
	redis.NewClient(&redis.Options{Addr: "localhost:6379", Password: os.Getenv("RP")})
	// ruleid: hardcoded-secret
	smtp.PlainAuth("", "me@example.com", "mailP4ss!word", "smtp.example.com")
	// ok: hardcoded-secret
	smtp.PlainAuth("", "me@example.com", os.Getenv("MP"), "smtp.example.com")
	// ruleid: hardcoded-secret
	gomail.NewDialer("smtp.example.com", 587, "user", "m41lPassw0rd")
	// ruleid: hardcoded-secret
	credentials.NewStaticCredentials("AKIAIOSFODNN7QWERTYU", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYzzzzKLMNOP", "")
	// ok: hardcoded-secret
	credentials.NewStaticCredentials(os.Getenv("A"), os.Getenv("B"), "")
	// ruleid: hardcoded-secret
	_ = &ssh.ClientConfig{User: "root", Auth: []ssh.AuthMethod{ssh.Password("t00r-p4ss-99")}}
	// ok: hardcoded-secret
	_ = ssh.Password(os.Getenv("SSHP"))
	req, _ := http.NewRequest("GET", "https://example.com", nil)
	// ruleid: hardcoded-secret
	req.SetBasicAuth("admin", "Adm1nPassw0rd")
	// ok: hardcoded-secret
	req.SetBasicAuth(os.Getenv("U"), os.Getenv("P"))
	// ruleid: hardcoded-secret
	req.Header.Set("Authorization", "Bearer 4f9d8c7b6a5e4d3c2b1a0f9e8d7c6b5a")
	// ok: hardcoded-secret
	req.Header.Set("Authorization", "Bearer "+os.Getenv("T"))
	// ruleid: hardcoded-secret
	password := "correct-horse-7battery"
	login("admin", password)
	godotenv.Load()
	if os.Getenv("MODE") == "x" {
		// ok: hardcoded-secret
		password = os.Getenv("PASSWORD")
	}
	// ruleid: hardcoded-secret
	secrets := map[string]string{"api_key": "c4ca4238a0b923820dcc509a6f75849b"}
	_ = secrets
	// ruleid: hardcoded-secret
	os.Setenv("DB_PASSWORD", "p9Qw3zLm7T")
	// ok: hardcoded-secret
	errPassword := "password must not be empty"
	_ = errPassword
}

func login(u, p string) {}

func readToken() string { return os.Getenv("TOKEN") }
