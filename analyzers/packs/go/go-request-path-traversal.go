package example

import (
	"net/http"
	"os"
	"path/filepath"
)

func download(w http.ResponseWriter, r *http.Request) {
	// ruleid: go-request-path-traversal
	os.Open(filepath.Join("files", r.FormValue("name")))
	// ruleid: go-request-path-traversal
	os.ReadFile("files/" + r.URL.Query().Get("name"))
	// ruleid: go-request-path-traversal
	http.ServeFile(w, r, filepath.Join("static", r.URL.Path))
}

func quiet(w http.ResponseWriter, r *http.Request, root *os.Root, name string) {
	// ok: go-request-path-traversal
	root.Open(r.FormValue("name"))
	// ok: go-request-path-traversal
	os.Open(filepath.Join("files", filepath.Base(r.FormValue("name"))))
	// ok: go-request-path-traversal
	os.Open(filepath.Join("files", name))
	// ok: go-request-path-traversal
	http.ServeFile(w, r, "static/index.html")
}
