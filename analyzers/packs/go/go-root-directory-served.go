package example

import "net/http"

func files() {
	// ruleid: go-root-directory-served
	http.Handle("/", http.FileServer(http.Dir("/")))
	// ok: go-root-directory-served
	http.Handle("/", http.FileServer(http.Dir("static")))
}
