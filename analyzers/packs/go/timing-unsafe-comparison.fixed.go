package example

import (
	"bytes"
	"crypto/hmac"
	"crypto/sha256"
	"crypto/subtle"
	"net/http"
)

func check(token, secret, name string, key, message, signature []byte) bool {
	// ruleid: timing-unsafe-comparison
	if subtle.ConstantTimeCompare([]byte(token), []byte(secret)) == 1 {
		return true
	}
	// ok: timing-unsafe-comparison
	if token == "" {
		return false
	}
	// ok: timing-unsafe-comparison
	if token == name {
		return false
	}
	mac := hmac.New(sha256.New, key)
	mac.Write(message)
	expected := mac.Sum(nil)
	// ruleid: timing-unsafe-comparison
	if bytes.Equal(expected, signature) {
		return true
	}
	// ok: timing-unsafe-comparison
	return hmac.Equal(expected, signature)
}

func login(r *http.Request, stored, confirmation string) bool {
	// ok: timing-unsafe-comparison
	if confirmation != r.FormValue("password") {
		return false
	}
	// ok: timing-unsafe-comparison
	if r.FormValue("password") == "" {
		return false
	}
	// ruleid: timing-unsafe-comparison
	return subtle.ConstantTimeCompare([]byte(stored), []byte(r.FormValue("password"))) == 1
}

func sums(given, wanted []byte, apiKey string, expectedMAC []byte, hostMAC net.HardwareAddr) bool {
	// ruleid: timing-unsafe-comparison
	a := bytes.Equal(expectedMAC, given)
	// ruleid: timing-unsafe-comparison
	b := strings.EqualFold(apiKey, wanted)
	// ok: timing-unsafe-comparison
	c := bytes.Equal(given, wanted)
	// ok: timing-unsafe-comparison
	d := hmac.Equal(expectedMAC, given)
	return a && b && c && d
}

func texts(r *http.Request, key, body []byte) bool {
	mac := hmac.New(sha256.New, key)
	mac.Write(body)
	wanted := hex.EncodeToString(mac.Sum(nil))
	given := r.Header.Get("X-Hub")
	// ok: timing-unsafe-comparison
	if given == "" {
		return false
	}
	// ok: timing-unsafe-comparison
	if hmac.Equal([]byte(given), []byte(wanted)) {
		return true
	}
	sum := mac.Sum(nil)
	inBase64 := base64.StdEncoding.EncodeToString(sum)
	// ruleid: timing-unsafe-comparison
	if subtle.ConstantTimeCompare([]byte(inBase64), []byte(given)) == 1 {
		return true
	}
	// ruleid: timing-unsafe-comparison
	return subtle.ConstantTimeCompare([]byte(given), []byte(wanted)) == 1
}

func plain(body []byte, given string) bool {
	sum := sha256.New()
	sum.Write(body)
	wanted := hex.EncodeToString(sum.Sum(nil))
	// ok: timing-unsafe-comparison
	return given == wanted
}

var (
	other     = 1
	signature = []byte{'P', 'A', 'C', 'K'}
)

func formats(head, indexSignature []byte, config Config) bool {
	// ok: timing-unsafe-comparison
	if bytes.Equal(head, signature) {
		return true
	}
	// ok: timing-unsafe-comparison
	if config.ZoneToken == config.AuthToken {
		return false
	}
	// ok: timing-unsafe-comparison
	return bytes.Equal(head, indexSignature)
}

func begins(signature []byte) bool {
	// ok: timing-unsafe-comparison
	return bytes.Equal(signature, commitFileSignature)
}

func direct(body, key []byte, given string) bool {
	mac := hmac.New(sha256.New, key)
	mac.Write(body)
	// ruleid: timing-unsafe-comparison
	return subtle.ConstantTimeCompare([]byte(hex.EncodeToString(mac.Sum(nil))), []byte(given)) == 1
}

func digest(body []byte, given string) bool {
	sum := sha256.New()
	sum.Write(body)
	// ok: timing-unsafe-comparison
	return hex.EncodeToString(sum.Sum(nil)) == given
}
