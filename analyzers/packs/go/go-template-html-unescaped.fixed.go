package example

import (
	"html/template"
)

func bold(name string, size int) template.HTML {
	// ok: go-template-html-unescaped
	_ = template.HTML("<b>" + template.HTMLEscapeString(name) + "</b>")
	// ruleid: go-template-html-unescaped
	return template.HTML("<b>" + template.HTMLEscapeString(name) + "</b>")
}

func link(address string) template.URL {
	// ruleid: go-template-html-unescaped
	return template.URL(address)
}

func space() template.HTML {
	// ok: go-template-html-unescaped
	return template.HTML("&nbsp;")
}
