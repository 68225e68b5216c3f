package example

import "net/http"

func handle(w http.ResponseWriter, err error) {
	// ruleid: go-error-sent-to-client
	http.Error(w, http.StatusText(http.StatusInternalServerError), http.StatusInternalServerError)
	// ok: go-error-sent-to-client
	http.Error(w, "internal error", http.StatusInternalServerError)
	// ok: go-error-sent-to-client
	http.Error(w, err.Error(), http.StatusBadRequest)
}
