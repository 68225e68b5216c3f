package example

import (
	"fmt"
	"html"
	"net/http"
)

func heading(w http.ResponseWriter, title string, level int) {
	// ruleid: go-html-from-parameter
	fmt.Fprintf(w, "<h1>%s</h1>", title)
	// ruleid: go-html-from-parameter
	w.Write([]byte("<h1>" + html.EscapeString(title) + "</h1>"))
	// ok: go-html-from-parameter
	fmt.Fprintf(w, "<h1>%s</h1>", html.EscapeString(title))
	// ok: go-html-from-parameter
	fmt.Fprintf(w, "<h1>%d</h1>", level)
	// ok: go-html-from-parameter
	fmt.Fprint(w, title)
}
