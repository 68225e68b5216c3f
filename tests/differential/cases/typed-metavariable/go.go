package a
import "database/sql"
type K struct { q *Foo }
var gl *Foo
func f(a string, b *Foo, c Foo, db *sql.DB, x, y string) {
	foo(a)
	foo("s")
	foo(x)
	foo(y)
	foo(1)
	b.Bar()
	c.Bar()
	db.Query("x")
	d := &Foo{}
	d.Bar()
	e := Foo{}
	e.Bar()
	g := new(Foo)
	g.Bar()
	var h *Foo
	h.Bar()
	var i Foo = z
	i.Bar()
	gl.Bar()
	j := "s"
	foo(j)
	k := 3
	foo(k)
	foo(a + "x")
}
func (r *Foo) M() { r.Bar() }
func (k *K) N() { k.q.Bar() }
