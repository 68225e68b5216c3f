package example

import (
	"html/template"
)

func bold(name string, size int) template.HTML {
	// ok: unsafe-markup
	_ = template.HTML("<b>" + template.HTMLEscapeString(name) + "</b>")
	// ruleid: unsafe-markup
	return template.HTML("<b>" + template.HTMLEscapeString(name) + "</b>")
}

func link(address string) template.URL {
	// ruleid: unsafe-markup
	return template.URL(address)
}

func space() template.HTML {
	// ok: unsafe-markup
	return template.HTML("&nbsp;")
}
