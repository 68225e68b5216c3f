package example

import (
	"fmt"
	"html/template"
	"net/http"
)

func badge(r *http.Request, name string) []interface{} {
	return []interface{}{
		// ruleid: go-template-html-unescaped
		template.HTML("<b>" + name + "</b>"),
		// ruleid: go-template-html-unescaped
		template.HTML(fmt.Sprintf("<b>%s</b>", name)),
		// ruleid: go-template-html-unescaped
		template.JS(r.FormValue("callback")),
	}
}

func quiet(name string, page []byte) []interface{} {
	return []interface{}{
		// ok: go-template-html-unescaped
		template.HTML("<hr>"),
		// ok: go-template-html-unescaped
		template.HTML("<b>" + template.HTMLEscapeString(name) + "</b>"),
		// ok: go-template-html-unescaped
		template.HTML(page),
	}
}
