package example

import (
	"html/template"
	"net/http"
)

func page(w http.ResponseWriter, r *http.Request) {
	// ruleid: template-injection
	template.New("page").Parse("<h1>" + r.FormValue("title") + "</h1>")
	// ruleid: template-injection
	template.Must(template.New("page").Funcs(nil).Parse(r.FormValue("template")))
	// ok: template-injection
	t := template.Must(template.New("page").Parse("<h1>{{ . }}</h1>"))
	t.Execute(w, r.FormValue("title"))
}

func engines(r *http.Request) {
	// ruleid: template-injection
	liquid.NewEngine().ParseAndRenderString(r.FormValue("t"), nil)
	// ruleid: template-injection
	handlebars.Render(r.FormValue("t"), nil)
	// ok: template-injection
	liquid.NewEngine().ParseAndRenderString("{{ t }}", map[string]any{"t": r.FormValue("t")})
}
