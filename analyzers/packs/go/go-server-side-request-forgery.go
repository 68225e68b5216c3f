package example

import (
	"net/http"
	"net/url"
)

var allowed = map[string]bool{"api.example.com": true}

func fetch(w http.ResponseWriter, r *http.Request) {
	// ruleid: go-server-side-request-forgery
	http.Get(r.FormValue("url"))
	// ruleid: go-server-side-request-forgery
	http.NewRequest("GET", "https://"+r.FormValue("host")+"/status", nil)
	// ok: go-server-side-request-forgery
	http.Get("https://api.example.com/users/" + r.FormValue("id"))
	// ok: go-server-side-request-forgery
	http.Get("https://api.example.com/health")
	target, err := url.Parse(r.FormValue("url"))
	if err != nil || !allowed[target.Host] {
		return
	}
	// ok: go-server-side-request-forgery
	http.Get(target.String())
}
