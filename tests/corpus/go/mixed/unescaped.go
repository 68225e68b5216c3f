package a

import (
	"fmt"
	"html"
	"net/http"
	"net/url"
	"strings"
)

func a(w http.ResponseWriter, r *http.Request) {
	n, _ := url.QueryUnescape(r.FormValue("n"))
	// ruleid: sql-injection
	db.Query("SELECT a FROM t WHERE b = '" + n + "'")
	// ruleid: xss
	fmt.Fprint(w, "<b>"+n)
	// ruleid: xss
	fmt.Fprint(w, "<b>"+html.UnescapeString(r.FormValue("n")))
	m := strings.Replace(r.FormValue("n"), "\n", "<br>", -1)
	// ruleid: xss
	fmt.Fprint(w, "<b>"+m)
	m2 := strings.Replace(r.FormValue("n"), "<", "&lt;", -1)
	// ok: xss
	fmt.Fprint(w, "<b>"+m2)
	m3 := strings.ToUpper(strings.TrimSpace(r.FormValue("n")))
	// ruleid: xss
	fmt.Fprint(w, "<b>"+m3)
	// ok: sql-injection
	db.Query("SELECT a FROM t WHERE b = '" + html.EscapeString(m3) + "'")
}
