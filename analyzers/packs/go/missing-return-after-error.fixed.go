package example

import "net/http"

func bad(w http.ResponseWriter, r *http.Request) {
	data, err := load(r)
	if err != nil {
		// ruleid: missing-return-after-error
		http.Error(w, "failed", http.StatusInternalServerError); return
	}
	w.Write(data)
}

func good(w http.ResponseWriter, r *http.Request) {
	data, err := load(r)
	if err != nil {
		// ok: missing-return-after-error
		http.Error(w, "failed", http.StatusInternalServerError)
		return
	}
	w.Write(data)
}

func last(w http.ResponseWriter, r *http.Request) {
	_, err := load(r)
	if err != nil {
		// ok: missing-return-after-error
		http.Error(w, "failed", http.StatusInternalServerError)
	}
}
