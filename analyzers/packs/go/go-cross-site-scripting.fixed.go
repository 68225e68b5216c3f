package example

import (
	"encoding/json"
	"fmt"
	"html"
	"html/template"
	"io"
	"net/http"
)

func greet(w http.ResponseWriter, r *http.Request) {
	name := r.URL.Query().Get("name")
	// ruleid: go-cross-site-scripting
	fmt.Fprintf(w, "<h1>Hello %s</h1>", name)
	// ruleid: go-cross-site-scripting
	w.Write([]byte("<p>" + html.EscapeString(name) + "</p>"))
	// ruleid: go-cross-site-scripting
	io.WriteString(w, name)
	// ruleid: go-cross-site-scripting
	use(template.HTML("<b>" + html.EscapeString(name) + "</b>"))
	// ok: go-cross-site-scripting
	fmt.Fprintf(w, "<h1>Hello %s</h1>", html.EscapeString(name))
	// ok: go-cross-site-scripting
	fmt.Fprintln(w, "welcome")
	// ok: go-cross-site-scripting
	json.NewEncoder(w).Encode(name)
}

func plain(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	// ok: go-cross-site-scripting
	fmt.Fprintf(w, "hello %s", r.FormValue("name"))
}

func typed(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "text/html")
	// ruleid: go-cross-site-scripting
	fmt.Fprintf(w, "you are %s", r.FormValue("name"))
	w.Write([]byte("."))
}

func echoed(c echo.Context) error {
	// ruleid: go-cross-site-scripting
	_, err := c.Response().Write([]byte(c.Param("name")))
	return err
}
