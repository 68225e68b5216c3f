package example

import (
	"net/http"
	"regexp"
)

func search(w http.ResponseWriter, r *http.Request) {
	// ruleid: go-regex-from-input
	regexp.MustCompile("^" + regexp.QuoteMeta(r.FormValue("prefix")))
	// ruleid: go-regex-from-input
	regexp.MatchString(regexp.QuoteMeta(r.URL.Query().Get("q")), "text")
	// ok: go-regex-from-input
	regexp.MustCompile("^" + regexp.QuoteMeta(r.FormValue("prefix")))
	// ok: go-regex-from-input
	regexp.MatchString("^[a-z]+$", r.FormValue("name"))
}
