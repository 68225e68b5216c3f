package templates

import (
	"fmt"
	"html/template"
	"io"
	"net/http"
	"os"
	"strings"
	texttemplate "text/template"

	"github.com/gin-gonic/gin"
	"github.com/labstack/echo/v4"
)

func Direct(w http.ResponseWriter, r *http.Request) {
	// ruleid: template-injection
	t, err := template.New("page").Parse(r.FormValue("template"))
	if err != nil {
		return
	}
	t.Execute(w, nil)
}

func Joined(w http.ResponseWriter, r *http.Request) {
	// ruleid: template-injection
	t := template.Must(template.New("page").Parse("<h1>" + r.FormValue("title") + "</h1>{{ .Body }}"))
	t.Execute(w, nil)
}

func Formatted(w http.ResponseWriter, r *http.Request) {
	source := fmt.Sprintf("<p>Hi %s</p>{{ .Text }}", r.URL.Query().Get("name"))
	// ruleid: template-injection
	t, _ := template.New("page").Parse(source)
	t.Execute(w, nil)
}

func Text(out io.Writer, r *http.Request) error {
	body, err := io.ReadAll(r.Body)
	if err != nil {
		return err
	}
	// ruleid: template-injection
	t, err := texttemplate.New("mail").Parse(string(body))
	if err != nil {
		return err
	}
	return t.Execute(out, nil)
}

func Constant(w http.ResponseWriter, r *http.Request) {
	// ok: template-injection
	t := template.Must(template.New("page").Parse(`<p>{{ .Name }}</p>`))
	t.Execute(w, map[string]string{"Name": r.FormValue("name")})
}

const layout = `<html>{{ template "body" . }}</html>`

func ConstantName() *template.Template {
	// ok: template-injection
	return template.Must(template.New("layout").Parse(layout))
}

func Files() (*template.Template, error) {
	// ok: template-injection
	return template.ParseFiles("layout.html", "page.html")
}

func Funcs() (*template.Template, error) {
	// ok: template-injection
	return template.New("x").Funcs(template.FuncMap{"upper": strings.ToUpper}).Parse("{{ upper . }}")
}

func Gin(c *gin.Context) {
	source := strings.ReplaceAll("<p>NAME</p>", "NAME", c.PostForm("name"))
	// ruleid: template-injection
	t, err := template.New("page").Parse(source)
	if err != nil {
		return
	}
	t.Execute(c.Writer, nil)
}

func Echo(c echo.Context) error {
	// ruleid: template-injection
	t, err := texttemplate.New("page").Funcs(nil).Parse(c.FormValue("template"))
	if err != nil {
		return err
	}
	return t.Execute(c.Response(), nil)
}

func FromFile() (*template.Template, error) {
	data, err := os.ReadFile("templates/page.html")
	if err != nil {
		return nil, err
	}
	// ok: template-injection
	return template.New("page").Parse(string(data))
}

func Delimiters(r *http.Request) (*template.Template, error) {
	// ruleid: template-injection
	return template.New("page").Delims("<%", "%>").Parse("Hello " + r.Header.Get("X-Name"))
}
