package a

import (
	"net/http"
	"os/exec"
)

func b1(w http.ResponseWriter, r *http.Request) {
	c := r.FormValue("c")
	if v, ok := cache[c]; ok {
		// ok: command-injection
		exec.Command("sh", "-c", v).Run()
		// ok: command-injection
		exec.Command("sh", "-c", c).Run()
		return
	}
	// ruleid: command-injection
	exec.Command("sh", "-c", c).Run()
}

func b2(w http.ResponseWriter, r *http.Request) {
	c := r.FormValue("c")
	if _, ok := allowed[c]; !ok {
		return
	}
	// ok: command-injection
	exec.Command("sh", "-c", c).Run()
}

func b3(w http.ResponseWriter, r *http.Request) {
	c := r.FormValue("c")
	_, ok := allowed[c]
	if !ok {
		return
	}
	// ok: command-injection
	exec.Command("sh", "-c", c).Run()
}

func b4(w http.ResponseWriter, r *http.Request) {
	c := r.FormValue("c")
	if !allowed[c] {
		return
	}
	// ok: command-injection
	exec.Command("sh", "-c", c).Run()
	d := r.FormValue("d")
	if _, ok := allowed[d]; ok {
		// ok: command-injection
		exec.Command("sh", "-c", d).Run()
	} else {
		exec.Command("sh", "-c", d).Run()
	}
}
