package a

import (
	"net/http"
	"os"
	"os/exec"
)

func ctx(w http.ResponseWriter, r *http.Request) ([]byte, error) {
	c := r.FormValue("c")
	// ruleid: command-injection
	defer exec.Command("sh", "-c", c).Run()
	// ruleid: command-injection
	go exec.Command("sh", "-c", c).Run()
	// ruleid: command-injection
	switch err := exec.Command("sh", "-c", c).Run(); err {
	case nil:
		// ruleid: command-injection
		exec.Command("sh", "-c", c).Run()
	default:
		// ruleid: command-injection
		exec.Command("sh", "-c", c).Run()
	}
	// ruleid: command-injection
	for exec.Command("sh", "-c", c).Run() != nil {
		break
	}
	// ruleid: command-injection
	x := struct{ b *exec.Cmd }{b: exec.Command("sh", "-c", c)}
	// ruleid: command-injection
	m := map[string]*exec.Cmd{"a": exec.Command("sh", "-c", c)}
	// ruleid: command-injection
	l := []*exec.Cmd{exec.Command("sh", "-c", c)}
	// ruleid: command-injection
	f := func() error { return exec.Command("sh", "-c", c).Run() }
	_, _, _, _ = x, m, l, f
	select {
	case <-r.Context().Done():
		// ruleid: command-injection
		exec.Command("sh", "-c", c).Run()
	}
	if v, ok := cache[c]; ok {
		// ok: command-injection
		exec.Command("sh", "-c", v).Run()
	}
	ptr := &c
	// ruleid: command-injection
	exec.Command("sh", "-c", *ptr).Run()
	b := []byte(c)
	// ruleid: command-injection
	exec.Command("sh", "-c", string(b)).Run()
	var i interface{} = c
	// ruleid: command-injection
	exec.Command("sh", "-c", i.(string)).Run()
	arr := [2]string{"a", c}
	// ruleid: command-injection
	exec.Command("sh", "-c", arr[1]).Run()
	// ruleid: command-injection
	exec.Command("sh", append([]string{"-c"}, c)...).Run()
	// ruleid: path-traversal
	return os.ReadFile("/srv/" + c)
}
