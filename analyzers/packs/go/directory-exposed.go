package example

import "net/http"

func files() {
	// ruleid: directory-exposed
	http.Handle("/", http.FileServer(http.Dir("/")))
	// ok: directory-exposed
	http.Handle("/", http.FileServer(http.Dir("static")))
}
