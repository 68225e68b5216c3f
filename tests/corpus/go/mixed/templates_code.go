package script

import (
	"fmt"
	"html/template"
	"net/http"
	"plugin"
	"reflect"
	"regexp"
	"strings"
	texttemplate "text/template"

	"github.com/Knetic/govaluate"
	"github.com/antonmedv/expr"
	"github.com/dop251/goja"
	"github.com/flosch/pongo2/v6"
	"github.com/gin-gonic/gin"
	"github.com/google/cel-go/cel"
	"github.com/robertkrimen/otto"
	"github.com/traefik/yaegi/interp"
	lua "github.com/yuin/gopher-lua"
)

func engines(c *gin.Context) {
	src := c.PostForm("src")
	vm := otto.New()
	// ruleid: code-injection
	vm.Run(src)
	// ok: code-injection
	vm.Run("1 + 1")
	// ok: code-injection
	vm.Set("x", src)
	g := goja.New()
	// ruleid: code-injection
	g.RunString("f('" + src + "')")
	// ok: code-injection
	g.RunString("f(x)")
	// ruleid: code-injection
	goja.Compile("x.js", src, true)
	i := interp.New(interp.Options{})
	// ruleid: code-injection
	i.Eval(src)
	// ok: code-injection
	i.Eval(`fmt.Println("x")`)
	L := lua.NewState()
	// ruleid: code-injection
	L.DoString(src)
	// ok: code-injection
	L.DoString("print('x')")
	// ruleid: code-injection
	L.DoFile(c.Query("f"))
	// ruleid: code-injection
	expr.Eval(src, nil)
	// ruleid: code-injection
	expr.Compile(src)
	// ok: code-injection
	expr.Eval("1 + a", map[string]interface{}{"a": src})
	// ruleid: code-injection
	govaluate.NewEvaluableExpression(src)
	// ruleid: code-injection
	plugin.Open(c.Query("p"))
	// ok: code-injection
	plugin.Open("/usr/lib/app/x.so")
	env, _ := cel.NewEnv()
	// ok: code-injection
	env.Compile("a == b")
}

func ssti(w http.ResponseWriter, r *http.Request) {
	t := r.FormValue("tpl")
	// ruleid: template-injection
	template.New("a").Parse(t)
	// ruleid: template-injection
	template.Must(template.New("a").Parse("<b>" + t + "</b>"))
	// ruleid: template-injection
	texttemplate.New("a").Parse(fmt.Sprintf("Hello %s", t))
	// ok: code-injection
	texttemplate.New("a").Parse("Hello {{.}}")
	// ruleid: template-injection
	pongo2.FromString(t)
	// ok: code-injection
	pongo2.FromString("Hello {{ name }}")
	// ok: code-injection
	pongo2.FromFile("templates/x.html")
	tm := template.Must(template.New("b").Parse("{{.Name}}"))
	// ok: code-injection
	tm.Execute(w, map[string]string{"Name": t})
	x, _ := template.ParseFiles("x.html")
	// ok: code-injection
	x.ExecuteTemplate(w, "x", t)
}

type svc struct{}

func calls(r *http.Request) {
	// ruleid: code-injection
	m := reflect.ValueOf(svc{}).MethodByName(r.FormValue("m"))
	m.Call(nil)
	// ok: code-injection
	reflect.ValueOf(svc{}).MethodByName("Run").Call(nil)
}

func regexps(r *http.Request) {
	p := r.FormValue("p")
	regexp.Compile(p)
	// ok: regex-dos
	regexp.MatchString(regexp.QuoteMeta(p), "x")
	regexp.MustCompile(`^https?://www.example.com/`)
	regexp.MustCompile(`^https?://www\.example\.com/`)
	ok, _ := regexp.MatchString(`https://example\.com`, p)
	_ = ok
	if strings.HasPrefix(p, "javascript:") {
		return
	}
}
