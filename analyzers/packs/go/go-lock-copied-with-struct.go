package example

import "sync"

type register struct {
	sync.Mutex
	names []string
}

type page struct{ title string }

func (r *register) snapshot() register {
	// ruleid: go-lock-copied-with-struct
	return *r
}

func show(r *register) {
	// ruleid: go-lock-copied-with-struct
	copied := *r
	println(len(copied.names))
}

func (p *page) clone() page {
	// ok: go-lock-copied-with-struct
	return *p
}

func (r *register) listed() []string {
	// ok: go-lock-copied-with-struct
	listed := append([]string(nil), r.names...)
	return listed
}
