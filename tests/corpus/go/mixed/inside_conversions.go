package a

import (
	"encoding/json"
	"html"
	"net/http"
	"os"
	"os/exec"
	"strconv"
)

func b(w http.ResponseWriter, r *http.Request) {
	// ruleid: command-injection
	out, _ := exec.Command("sh", "-c", "wc -l "+r.FormValue("c")).Output()
	strconv.Atoi(string(out))
	// ruleid: path-traversal
	n := len(db.Find("x", must(os.ReadFile("/srv/"+r.FormValue("f")))))
	// ruleid: path-traversal
	json.Marshal(must(os.ReadFile("/srv/" + r.FormValue("f"))))
	// ruleid: path-traversal
	html.EscapeString(string(must(os.ReadFile("/srv/" + r.FormValue("f")))))
	// ruleid: command-injection
	strconv.Atoi(string(must(exec.Command("sh", "-c", r.FormValue("c")).Output())))
	_ = n
}
