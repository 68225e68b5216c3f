package scripts

import (
	"fmt"
	"net/http"
	"plugin"
	"reflect"

	"github.com/Knetic/govaluate"
	"github.com/antonmedv/expr"
	"github.com/dop251/goja"
	"github.com/gin-gonic/gin"
	"github.com/robertkrimen/otto"
	"github.com/traefik/yaegi/interp"
	lua "github.com/yuin/gopher-lua"
)

type Actions struct{}

func Otto(w http.ResponseWriter, r *http.Request) {
	vm := otto.New()
	// ruleid: code-injection
	vm.Run(r.FormValue("script"))
	// ok: code-injection
	vm.Run(`console.log("hello")`)
	// ruleid: code-injection
	vm.Eval("var name = '" + r.FormValue("name") + "'")
	// ok: code-injection
	vm.Set("name", r.FormValue("name"))
}

func Goja(c *gin.Context) {
	vm := goja.New()
	// ruleid: code-injection
	value, err := vm.RunString(c.Query("code"))
	if err != nil {
		return
	}
	fmt.Println(value)
	// ok: code-injection
	_, _ = vm.RunString("1 + 1")
}

func Lua(r *http.Request) error {
	state := lua.NewState()
	defer state.Close()
	// ruleid: code-injection
	return state.DoString(r.PostFormValue("script"))
}

func LuaConstant() error {
	state := lua.NewState()
	defer state.Close()
	// ok: code-injection
	return state.DoString(`print("hello")`)
}

func Evaluate(r *http.Request) (any, error) {
	// ruleid: code-injection
	expression, err := govaluate.NewEvaluableExpression(r.FormValue("expression"))
	if err != nil {
		return nil, err
	}
	return expression.Evaluate(nil)
}

func Expr(r *http.Request) (any, error) {
	// ruleid: code-injection
	return expr.Eval(r.FormValue("expression"), nil)
}

func ExprConstant(price float64) (any, error) {
	// ok: code-injection
	return expr.Eval("price * 2", map[string]any{"price": price})
}

func Yaegi(r *http.Request) error {
	interpreter := interp.New(interp.Options{})
	// ruleid: code-injection
	_, err := interpreter.Eval(r.FormValue("code"))
	return err
}

func Plugin(r *http.Request) (*plugin.Plugin, error) {
	// ruleid: code-injection
	return plugin.Open(r.FormValue("plugin"))
}

func PluginConstant() (*plugin.Plugin, error) {
	// ok: code-injection
	return plugin.Open("plugins/report.so")
}

func Reflect(r *http.Request) {
	actions := reflect.ValueOf(Actions{})
	// ruleid: code-injection
	method := actions.MethodByName(r.FormValue("action"))
	method.Call(nil)
	// ok: code-injection
	actions.MethodByName("Refresh").Call(nil)
}
