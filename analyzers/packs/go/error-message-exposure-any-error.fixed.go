package example

import "net/http"

func handle(w http.ResponseWriter, err error) {
	// ruleid: error-message-exposure-any-error
	http.Error(w, http.StatusText(http.StatusInternalServerError), http.StatusInternalServerError)
	// ok: error-message-exposure-any-error
	http.Error(w, "internal error", http.StatusInternalServerError)
	// ok: error-message-exposure-any-error
	http.Error(w, err.Error(), http.StatusBadRequest)
}
