package example

import (
	"crypto/aes"
	"net/http"
	"net/smtp"
	"os"

	"github.com/gorilla/sessions"
)

func connect(r *http.Request) {
	// ruleid: hardcoded-credential-argument
	sessions.NewCookieStore([]byte("something-very-secret"))
	// ruleid: hardcoded-credential-argument
	smtp.PlainAuth("", "mailer@example.com", "m41lerPass", "smtp.example.com")
	// ruleid: hardcoded-credential-argument
	r.SetBasicAuth("service", "p4ssw0rd")
	key := []byte("0123456789abcdef")
	// ruleid: hardcoded-credential-argument
	aes.NewCipher(key)
	// ok: hardcoded-credential-argument
	sessions.NewCookieStore([]byte(os.Getenv("SESSION_KEY")))
	// ok: hardcoded-credential-argument
	r.SetBasicAuth("service", os.Getenv("SERVICE_PASSWORD"))
	// ok: hardcoded-credential-argument
	r.SetBasicAuth("service", "")
}

func options(client *api.Client) {
	// ruleid: hardcoded-credential-argument
	nats.Connect("nats://shop.com", nats.UserInfo("shop", "kL9-vB2w"))
	// ruleid: hardcoded-credential-argument
	client.SetBasicAuth("shop", "kL9-vB2w")
	// ruleid: hardcoded-credential-argument
	store.New(store.WithPassword("kL9-vB2w"))
	// ok: hardcoded-credential-argument
	store.New(store.WithPassword(os.Getenv("PASSWORD")))
	// ok: hardcoded-credential-argument
	client.SetBasicAuth("shop", password)
}
