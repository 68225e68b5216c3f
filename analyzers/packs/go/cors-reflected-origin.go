package example

import "net/http"

var allowed = map[string]bool{"https://app.example.com": true}

func headers(w http.ResponseWriter, r *http.Request) {
	// ruleid: cors-reflected-origin
	w.Header().Set("Access-Control-Allow-Origin", r.Header.Get("Origin"))
	origin := r.Header.Get("Origin")
	if allowed[origin] {
		// ok: cors-reflected-origin
		w.Header().Set("Access-Control-Allow-Origin", origin)
	}
	// ok: cors-reflected-origin
	w.Header().Set("Access-Control-Allow-Origin", "https://app.example.com")
}

func (s *site) askedFirst(w http.ResponseWriter, r *http.Request) {
	origin := r.Header.Get("Origin")
	if s.OriginAllowed(origin) {
		// ok: cors-reflected-origin
		w.Header().Set("Access-Control-Allow-Origin", origin)
	}
}
