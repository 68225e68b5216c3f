package example

import "net/http"

func bad(w http.ResponseWriter) {
	w.WriteHeader(http.StatusCreated)
	// ruleid: header-after-write
	w.Header().Set("Content-Type", "application/json")
}

func good(w http.ResponseWriter) {
	// ok: header-after-write
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(http.StatusCreated)
}
