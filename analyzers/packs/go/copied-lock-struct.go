package example

import "sync"

type register struct {
	sync.Mutex
	names []string
}

type page struct{ title string }

func (r *register) snapshot() register {
	// ruleid: copied-lock-struct
	return *r
}

func show(r *register) {
	// ruleid: copied-lock-struct
	copied := *r
	println(len(copied.names))
}

func (p *page) clone() page {
	// ok: copied-lock-struct
	return *p
}

func (r *register) listed() []string {
	// ok: copied-lock-struct
	listed := append([]string(nil), r.names...)
	return listed
}
