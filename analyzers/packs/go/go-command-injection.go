package example

import (
	"net/http"
	"os/exec"
	"regexp"
	"strconv"
)

var hostname = regexp.MustCompile(`^[a-z0-9.-]+$`)

func ping(w http.ResponseWriter, r *http.Request) {
	host := r.FormValue("host")
	// ruleid: go-command-injection
	exec.Command("sh", "-c", "ping -c 1 "+host)
	// ruleid: go-command-injection
	exec.CommandContext(r.Context(), r.URL.Query().Get("program"))
	// ok: go-command-injection
	exec.Command("ping", "-c", "1", "localhost")
	count, err := strconv.Atoi(r.FormValue("count"))
	if err != nil {
		return
	}
	// ok: go-command-injection
	exec.Command("ping", "-c", strconv.Itoa(count), "localhost")
	if !hostname.MatchString(host) {
		return
	}
	// ok: go-command-injection
	exec.Command("ping", host)
}
