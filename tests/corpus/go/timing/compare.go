package compare

import (
	"bytes"
	"crypto/hmac"
	"crypto/sha256"
	"crypto/subtle"
	"net/http"
	"os"
)

func Token(r *http.Request) bool {
	token := r.Header.Get("X-Token")
	secret := os.Getenv("TOKEN")
	// ruleid: timing
	return token == secret
}

func TokenConstantTime(r *http.Request) bool {
	token := r.Header.Get("X-Token")
	secret := os.Getenv("TOKEN")
	// ok: timing
	return subtle.ConstantTimeCompare([]byte(token), []byte(secret)) == 1
}

func Signature(key, message, signature []byte) bool {
	mac := hmac.New(sha256.New, key)
	mac.Write(message)
	expected := mac.Sum(nil)
	// ruleid: timing
	return bytes.Equal(expected, signature)
}

func SignatureConstantTime(key, message, signature []byte) bool {
	mac := hmac.New(sha256.New, key)
	mac.Write(message)
	// ok: timing
	return hmac.Equal(mac.Sum(nil), signature)
}

func Missing(token string) bool {
	// ok: timing
	return token == ""
}

func Text(mac, expected string) bool {
	// ruleid: timing
	return mac == expected
}

func Content(a, b []byte) bool {
	// ok: timing
	return bytes.Equal(a, b)
}
