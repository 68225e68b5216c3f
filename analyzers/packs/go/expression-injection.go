package example

import (
	"net/http"
	"plugin"
	"reflect"
)

func run(w http.ResponseWriter, r *http.Request) {
	// ruleid: expression-injection
	plugin.Open(r.FormValue("plugin"))
	// ruleid: expression-injection
	reflect.ValueOf(actions).MethodByName(r.FormValue("action"))
	// ok: expression-injection
	reflect.ValueOf(actions).MethodByName("Refresh")
	// ok: expression-injection
	plugin.Open("report.so")
}
