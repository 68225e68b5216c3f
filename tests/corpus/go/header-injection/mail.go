package mail

import (
	"fmt"
	"net/http"
	"net/mail"
	"net/smtp"
	"strings"
)

func Send(auth smtp.Auth, r *http.Request) error {
	to := r.FormValue("to")
	message := "To: " + to + "\r\nSubject: " + r.FormValue("subject") + "\r\n\r\nHello"
	// ruleid: header-injection
	return smtp.SendMail("mail.example.com:25", auth, "no-reply@example.com", []string{"team@example.com"}, []byte(message))
}

func SendFormatted(auth smtp.Auth, r *http.Request) error {
	message := fmt.Sprintf("From: shop\r\nSubject: %s\r\n\r\nHello", r.FormValue("subject"))
	// ruleid: header-injection
	return smtp.SendMail("mail.example.com:25", auth, "no-reply@example.com", []string{"team@example.com"}, []byte(message))
}

func SendClean(auth smtp.Auth, r *http.Request) error {
	subject := strings.NewReplacer("\r", "", "\n", "").Replace(r.FormValue("subject"))
	message := "Subject: " + subject + "\r\n\r\nHello"
	// ok: header-injection
	return smtp.SendMail("mail.example.com:25", auth, "no-reply@example.com", []string{"team@example.com"}, []byte(message))
}

func SendConstant(auth smtp.Auth) error {
	// ok: header-injection
	return smtp.SendMail("mail.example.com:25", auth, "no-reply@example.com", []string{"team@example.com"}, []byte("Subject: Hi\r\n\r\nHello"))
}

func Parsed(r *http.Request) (*mail.Address, error) {
	// ok: header-injection
	return mail.ParseAddress(r.FormValue("to"))
}

func Header(w http.ResponseWriter, r *http.Request) {
	// ruleid: header-injection
	w.Header().Set(r.FormValue("name"), "1")
	// ok: header-injection
	w.Header().Set("X-Name", "1")
}
