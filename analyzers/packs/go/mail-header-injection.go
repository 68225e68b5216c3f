package example

import (
	"net/http"
	"net/smtp"
)

func send(w http.ResponseWriter, r *http.Request, auth smtp.Auth, to []string) {
	message := "Subject: " + r.FormValue("subject") + "\r\n\r\nHello"
	// ruleid: mail-header-injection
	smtp.SendMail("mail.example.com:25", auth, "shop@example.com", to, []byte(message))
	// ok: mail-header-injection
	smtp.SendMail("mail.example.com:25", auth, "shop@example.com", to, []byte("Subject: Hello\r\n\r\nHello"))
	// ruleid: mail-header-injection
	w.Header().Set(r.FormValue("name"), "1")
	// ok: mail-header-injection
	w.Header().Set("X-Name", r.FormValue("name"))
}
