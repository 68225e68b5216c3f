package example

import (
	"net/http"
	"net/url"
	"strings"
)

func send(password, token string) {
	// ruleid: go-credentials-over-http
	http.PostForm("http://login.example.com/session", url.Values{"password": {password}})
	// ruleid: go-credentials-over-http
	http.Post("http://login.example.com/session", "text/plain", strings.NewReader("secret="+token))
	// ruleid: go-credentials-over-http
	http.Get("http://api.example.com/items?token=" + token)
	request, _ := http.NewRequest("GET", "http://api.example.com/items", nil)
	// ruleid: go-credentials-over-http
	request.SetBasicAuth("user", password)
	http.DefaultClient.Do(request)
	// ok: go-credentials-over-http
	http.PostForm("https://login.example.com/session", url.Values{"password": {password}})
	// ok: go-credentials-over-http
	http.PostForm("http://localhost:8080/session", url.Values{"password": {password}})
	// ok: go-credentials-over-http
	http.PostForm("http://search.example.com/", url.Values{"q": {"words"}})
	inside, _ := http.NewRequest("GET", "http://vault:8200/v1/secret", nil)
	// ok: go-credentials-over-http
	inside.SetBasicAuth("user", password)
	http.DefaultClient.Do(inside)
}

func header(password string) string {
	request, _ := http.NewRequest("GET", "http://api.example.com", nil)
	// ok: go-credentials-over-http
	request.SetBasicAuth("user", password)
	return request.Header.Get("Authorization")
}
