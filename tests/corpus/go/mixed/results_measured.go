package a

import (
	"net/http"
	"os"
	"os/exec"
)

func a(w http.ResponseWriter, r *http.Request) {
	// ruleid: path-traversal
	if b, err := os.ReadFile("/srv/" + r.FormValue("f")); err == nil && len(b) > 0 {
		w.WriteHeader(200)
	}
	// ruleid: command-injection
	if err := exec.Command("sh", "-c", r.FormValue("c")).Run(); err != nil {
		return
	}
	// ruleid: command-injection
	n := len(must(exec.Command("sh", "-c", r.FormValue("c")).Output()))
	_ = n
	// ruleid: sql-injection
	if _, err := db.Exec("DELETE FROM t WHERE a = '" + r.FormValue("a") + "'"); err != nil {
		return
	}
	return
}
