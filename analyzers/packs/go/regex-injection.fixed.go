package example

import (
	"net/http"
	"regexp"
)

func search(w http.ResponseWriter, r *http.Request) {
	// ruleid: regex-injection
	regexp.MustCompile("^" + regexp.QuoteMeta(r.FormValue("prefix")))
	// ruleid: regex-injection
	regexp.MatchString(regexp.QuoteMeta(r.URL.Query().Get("q")), "text")
	// ok: regex-injection
	regexp.MustCompile("^" + regexp.QuoteMeta(r.FormValue("prefix")))
	// ok: regex-injection
	regexp.MatchString("^[a-z]+$", r.FormValue("name"))
}
