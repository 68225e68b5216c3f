package example

import (
	"bytes"
	"crypto/hmac"
	"crypto/sha256"
	"crypto/subtle"
	"net/http"
)

func check(token, secret, name string, key, message, signature []byte) bool {
	// ruleid: go-secret-compared-directly
	if subtle.ConstantTimeCompare([]byte(token), []byte(secret)) == 1 {
		return true
	}
	// ok: go-secret-compared-directly
	if token == "" {
		return false
	}
	// ok: go-secret-compared-directly
	if token == name {
		return false
	}
	mac := hmac.New(sha256.New, key)
	mac.Write(message)
	expected := mac.Sum(nil)
	// ruleid: go-secret-compared-directly
	if bytes.Equal(expected, signature) {
		return true
	}
	// ok: go-secret-compared-directly
	return hmac.Equal(expected, signature)
}

func login(r *http.Request, stored, confirmation string) bool {
	// ok: go-secret-compared-directly
	if confirmation != r.FormValue("password") {
		return false
	}
	// ok: go-secret-compared-directly
	if r.FormValue("password") == "" {
		return false
	}
	// ruleid: go-secret-compared-directly
	return subtle.ConstantTimeCompare([]byte(stored), []byte(r.FormValue("password"))) == 1
}

func sums(given, wanted []byte, apiKey string, expectedMAC []byte, hostMAC net.HardwareAddr) bool {
	// ruleid: go-secret-compared-directly
	a := bytes.Equal(expectedMAC, given)
	// ruleid: go-secret-compared-directly
	b := strings.EqualFold(apiKey, wanted)
	// ok: go-secret-compared-directly
	c := bytes.Equal(given, wanted)
	// ok: go-secret-compared-directly
	d := hmac.Equal(expectedMAC, given)
	return a && b && c && d
}

func texts(r *http.Request, key, body []byte) bool {
	mac := hmac.New(sha256.New, key)
	mac.Write(body)
	wanted := hex.EncodeToString(mac.Sum(nil))
	given := r.Header.Get("X-Hub")
	// ok: go-secret-compared-directly
	if given == "" {
		return false
	}
	// ok: go-secret-compared-directly
	if hmac.Equal([]byte(given), []byte(wanted)) {
		return true
	}
	sum := mac.Sum(nil)
	inBase64 := base64.StdEncoding.EncodeToString(sum)
	// ruleid: go-secret-compared-directly
	if subtle.ConstantTimeCompare([]byte(inBase64), []byte(given)) == 1 {
		return true
	}
	// ruleid: go-secret-compared-directly
	return subtle.ConstantTimeCompare([]byte(given), []byte(wanted)) == 1
}

func plain(body []byte, given string) bool {
	sum := sha256.New()
	sum.Write(body)
	wanted := hex.EncodeToString(sum.Sum(nil))
	// ok: go-secret-compared-directly
	return given == wanted
}

var (
	other     = 1
	signature = []byte{'P', 'A', 'C', 'K'}
)

func formats(head, indexSignature []byte, config Config) bool {
	// ok: go-secret-compared-directly
	if bytes.Equal(head, signature) {
		return true
	}
	// ok: go-secret-compared-directly
	if config.ZoneToken == config.AuthToken {
		return false
	}
	// ok: go-secret-compared-directly
	return bytes.Equal(head, indexSignature)
}

func begins(signature []byte) bool {
	// ok: go-secret-compared-directly
	return bytes.Equal(signature, commitFileSignature)
}
