package example

import (
	"net/http"
	"plugin"
	"reflect"
)

func run(w http.ResponseWriter, r *http.Request) {
	// ruleid: go-expression-injection
	plugin.Open(r.FormValue("plugin"))
	// ruleid: go-expression-injection
	reflect.ValueOf(actions).MethodByName(r.FormValue("action"))
	// ok: go-expression-injection
	reflect.ValueOf(actions).MethodByName("Refresh")
	// ok: go-expression-injection
	plugin.Open("report.so")
}
