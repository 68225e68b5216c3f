package views

import (
	"bytes"
	"fmt"
	"html"
	"html/template"
	"net/http"
	plain "text/template"

	"github.com/gin-gonic/gin"
	"github.com/microcosm-cc/bluemonday"
)

type Page struct {
	Title template.HTML
	Link  template.URL
}

func Unescaped(w http.ResponseWriter, r *http.Request) {
	name := r.FormValue("name")
	// ruleid: xss
	title := template.HTML("<b>" + name + "</b>")
	// ruleid: xss
	link := template.URL(r.FormValue("link"))
	// ruleid: xss
	script := template.JS(fmt.Sprintf("var name = '%s'", name))
	// ruleid: xss
	attribute := template.HTMLAttr("class=" + r.FormValue("class"))
	// ruleid: xss
	style := template.CSS(r.FormValue("style"))
	// ruleid: xss
	text := template.JSStr(name)
	// ruleid: xss
	set := template.Srcset(r.FormValue("set"))
	// ok: xss
	fixed := template.HTML("<b>welcome</b>")
	// ok: xss
	escaped := template.HTML("<b>" + html.EscapeString(name) + "</b>")
	// ok: xss
	escapedToo := template.HTML("<b>" + template.HTMLEscapeString(name) + "</b>")
	render(w, title, link, script, attribute, style, text, set, fixed, escaped, escapedToo)
}

func Parameter(content string) template.HTML {
	// ruleid: xss
	return template.HTML(content)
}

func ParameterURL(address string) template.URL {
	// ruleid: xss
	return template.URL(address)
}

func ParameterAttribute(name, value string) template.HTMLAttr {
	// ruleid: xss
	return template.HTMLAttr(fmt.Sprintf(`%s="%s"`, name, value))
}

func Cleaned(content string) template.HTML {
	policy := bluemonday.UGCPolicy()
	// ok: xss
	return template.HTML(policy.Sanitize(content))
}

func Constants() template.FuncMap {
	return template.FuncMap{
		// ok: xss
		"space": func() template.HTML { return template.HTML("&nbsp;") },
		// ruleid: xss
		"raw": func(s string) template.HTML { return template.HTML(s) },
	}
}

const logo = `<img src="/logo.png">`

func Logo() template.HTML {
	// ok: xss
	return template.HTML(logo)
}

func Gin(c *gin.Context) {
	name := c.Query("name")
	c.Header("Content-Type", "text/html")
	// ruleid: xss
	c.Writer.Write([]byte("<p>" + name + "</p>"))
	// ruleid: xss
	c.Data(http.StatusOK, "text/html; charset=utf-8", []byte("<p>"+name+"</p>"))
	// ok: xss
	c.HTML(http.StatusOK, "page.tmpl", gin.H{"name": name})
	// ok: xss
	c.JSON(http.StatusOK, gin.H{"name": name})
	// ruleid: xss
	c.Writer.WriteString("<p>" + name + "</p>")
	// ok: xss
	c.Data(http.StatusOK, "application/json", []byte(name))
	// ok: xss
	c.String(http.StatusOK, "hello %s", name)
}

func render(w http.ResponseWriter, values ...any) {
	var buffer bytes.Buffer
	t := template.Must(template.ParseFiles("page.html"))
	// ok: xss
	t.Execute(&buffer, values)
	w.Write(buffer.Bytes())
}

var greeting = plain.Must(plain.New("greeting").Parse("<p>Dear {{.}}</p>"))

func greet(w http.ResponseWriter, r *http.Request) {
	// ruleid: xss
	greeting.Execute(w, r.FormValue("name"))
}
