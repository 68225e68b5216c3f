package example

import (
	"net/http"

	"github.com/robertkrimen/otto"
	"go.starlark.net/starlark"
)

func run(w http.ResponseWriter, r *http.Request) {
	vm := otto.New()
	// ruleid: go-code-injection
	vm.Run(r.FormValue("script"))
	// ok: go-code-injection
	vm.Run("greet()")
	// ok: go-code-injection
	vm.Set("name", r.FormValue("name"))
}

func configuration(r *http.Request) {
	// ruleid: go-code-injection
	starlark.ExecFile(thread, "input.star", r.FormValue("code"), nil)
	// ok: go-code-injection
	starlark.ExecFile(thread, "input.star", nil, nil)
}

func machines(r *http.Request) {
	// ruleid: go-code-injection
	jsRuntime.EvalString(r.FormValue("code"))
	// ruleid: go-code-injection
	risor.Eval(ctx, r.FormValue("code"))
	// ok: go-code-injection
	jsRuntime.EvalString("1 + 1")
	// ok: go-code-injection
	matcher.Evaluate(r.FormValue("code"))
}
