package example

import (
	"fmt"
	"html"
	"net/http"
)

func heading(w http.ResponseWriter, title string, level int) {
	// ruleid: xss-from-parameter
	fmt.Fprintf(w, "<h1>%s</h1>", title)
	// ruleid: xss-from-parameter
	w.Write([]byte("<h1>" + title + "</h1>"))
	// ok: xss-from-parameter
	fmt.Fprintf(w, "<h1>%s</h1>", html.EscapeString(title))
	// ok: xss-from-parameter
	fmt.Fprintf(w, "<h1>%d</h1>", level)
	// ok: xss-from-parameter
	fmt.Fprint(w, title)
}
