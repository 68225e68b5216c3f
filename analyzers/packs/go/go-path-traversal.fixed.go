package example

import (
	"net/http"
	"os"
	"path/filepath"
)

func download(w http.ResponseWriter, r *http.Request) {
	name := r.FormValue("name")
	// ruleid: go-path-traversal
	os.Open(filepath.Join("files", filepath.Base(name)))
	// ruleid: go-path-traversal
	os.ReadFile("files/" + r.URL.Query().Get("name"))
	// ruleid: go-path-traversal
	http.ServeFile(w, r, filepath.Clean(name))
	// ok: go-path-traversal
	os.Open(filepath.Join("files", filepath.Base(name)))
	// ok: go-path-traversal
	os.Open("files/index.html")
	if !filepath.IsLocal(name) {
		return
	}
	// ok: go-path-traversal
	os.Open(filepath.Join("files", name))
}
