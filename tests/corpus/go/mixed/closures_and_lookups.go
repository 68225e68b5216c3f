package a

import (
	"net/http"
	"os/exec"
)

func a1(w http.ResponseWriter, r *http.Request) {
	c := r.FormValue("c")
	// ruleid: command-injection
	f := func() error { return exec.Command("sh", "-c", c).Run() }
	_ = f
}

func a2(w http.ResponseWriter, r *http.Request) {
	c := r.FormValue("c")
	if v, ok := cache[c]; ok {
		// ok: command-injection
		exec.Command("sh", "-c", v).Run()
	}
	// ruleid: command-injection
	exec.Command("sh", "-c", c).Run()
}

func a3(w http.ResponseWriter, r *http.Request) {
	c := r.FormValue("c")
	ptr := &c
	// ruleid: command-injection
	exec.Command("sh", "-c", *ptr).Run()
	arr := [2]string{"a", c}
	// ruleid: command-injection
	exec.Command("sh", "-c", arr[1]).Run()
	// ruleid: command-injection
	exec.Command("sh", append([]string{"-c"}, c)...).Run()
}

func a4(w http.ResponseWriter, r *http.Request) {
	c := r.FormValue("c")
	// ruleid: command-injection
	f := func() error { return exec.Command("sh", "-c", c).Run() }
	f()
	g := func() error {
		// ruleid: command-injection
		return exec.Command("sh", "-c", c).Run()
	}
	g()
	http.HandleFunc("/", func(w http.ResponseWriter, r2 *http.Request) {
		// ruleid: command-injection
		exec.Command("sh", "-c", c).Run()
	})
}

func a5(w http.ResponseWriter, r *http.Request) {
	c := r.FormValue("c")
	select {
	case <-r.Context().Done():
		// ruleid: command-injection
		exec.Command("sh", "-c", c).Run()
	}
	// ruleid: command-injection
	exec.Command("sh", "-c", c).Run()
}
