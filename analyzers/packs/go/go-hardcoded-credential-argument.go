package example

import (
	"crypto/aes"
	"net/http"
	"net/smtp"
	"os"

	"github.com/gorilla/sessions"
)

func connect(r *http.Request) {
	// ruleid: go-hardcoded-credential-argument
	sessions.NewCookieStore([]byte("something-very-secret"))
	// ruleid: go-hardcoded-credential-argument
	smtp.PlainAuth("", "mailer@example.com", "m41lerPass", "smtp.example.com")
	// ruleid: go-hardcoded-credential-argument
	r.SetBasicAuth("service", "p4ssw0rd")
	key := []byte("0123456789abcdef")
	// ruleid: go-hardcoded-credential-argument
	aes.NewCipher(key)
	// ok: go-hardcoded-credential-argument
	sessions.NewCookieStore([]byte(os.Getenv("SESSION_KEY")))
	// ok: go-hardcoded-credential-argument
	r.SetBasicAuth("service", os.Getenv("SERVICE_PASSWORD"))
	// ok: go-hardcoded-credential-argument
	r.SetBasicAuth("service", "")
}

func options(client *api.Client) {
	// ruleid: go-hardcoded-credential-argument
	nats.Connect("nats://shop.com", nats.UserInfo("shop", "kL9-vB2w"))
	// ruleid: go-hardcoded-credential-argument
	client.SetBasicAuth("shop", "kL9-vB2w")
	// ruleid: go-hardcoded-credential-argument
	store.New(store.WithPassword("kL9-vB2w"))
	// ok: go-hardcoded-credential-argument
	store.New(store.WithPassword(os.Getenv("PASSWORD")))
	// ok: go-hardcoded-credential-argument
	client.SetBasicAuth("shop", password)
}
