package example

import (
	"net/http"

	"github.com/robertkrimen/otto"
	"go.starlark.net/starlark"
)

func run(w http.ResponseWriter, r *http.Request) {
	vm := otto.New()
	// ruleid: code-injection
	vm.Run(r.FormValue("script"))
	// ok: code-injection
	vm.Run("greet()")
	// ok: code-injection
	vm.Set("name", r.FormValue("name"))
}

func configuration(r *http.Request) {
	// ruleid: code-injection
	starlark.ExecFile(thread, "input.star", r.FormValue("code"), nil)
	// ok: code-injection
	starlark.ExecFile(thread, "input.star", nil, nil)
}

func machines(r *http.Request) {
	// ruleid: code-injection
	jsRuntime.EvalString(r.FormValue("code"))
	// ruleid: code-injection
	risor.Eval(ctx, r.FormValue("code"))
	// ok: code-injection
	jsRuntime.EvalString("1 + 1")
	// ok: code-injection
	matcher.Evaluate(r.FormValue("code"))
}
