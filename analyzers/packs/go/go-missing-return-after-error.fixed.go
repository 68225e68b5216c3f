package example

import "net/http"

func bad(w http.ResponseWriter, r *http.Request) {
	data, err := load(r)
	if err != nil {
		// ruleid: go-missing-return-after-error
		http.Error(w, "failed", http.StatusInternalServerError); return
	}
	w.Write(data)
}

func good(w http.ResponseWriter, r *http.Request) {
	data, err := load(r)
	if err != nil {
		// ok: go-missing-return-after-error
		http.Error(w, "failed", http.StatusInternalServerError)
		return
	}
	w.Write(data)
}

func last(w http.ResponseWriter, r *http.Request) {
	_, err := load(r)
	if err != nil {
		// ok: go-missing-return-after-error
		http.Error(w, "failed", http.StatusInternalServerError)
	}
}
