package example

import (
	"net/http"
	"net/url"
	"strings"
)

func send(password, token string) {
	// ruleid: cleartext-http-credentials
	http.PostForm("http://login.example.com/session", url.Values{"password": {password}})
	// ruleid: cleartext-http-credentials
	http.Post("http://login.example.com/session", "text/plain", strings.NewReader("secret="+token))
	// ruleid: cleartext-http-credentials
	http.Get("http://api.example.com/items?token=" + token)
	request, _ := http.NewRequest("GET", "http://api.example.com/items", nil)
	// ruleid: cleartext-http-credentials
	request.SetBasicAuth("user", password)
	http.DefaultClient.Do(request)
	// ok: cleartext-http-credentials
	http.PostForm("https://login.example.com/session", url.Values{"password": {password}})
	// ok: cleartext-http-credentials
	http.PostForm("http://localhost:8080/session", url.Values{"password": {password}})
	// ok: cleartext-http-credentials
	http.PostForm("http://search.example.com/", url.Values{"q": {"words"}})
	inside, _ := http.NewRequest("GET", "http://vault:8200/v1/secret", nil)
	// ok: cleartext-http-credentials
	inside.SetBasicAuth("user", password)
	http.DefaultClient.Do(inside)
}

func header(password string) string {
	request, _ := http.NewRequest("GET", "http://api.example.com", nil)
	// ok: cleartext-http-credentials
	request.SetBasicAuth("user", password)
	return request.Header.Get("Authorization")
}
