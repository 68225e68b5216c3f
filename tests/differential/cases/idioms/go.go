package main

import (
	"fmt"
	"os/exec"
	h "net/http"
	. "strings"
	_ "embed"
)

const K = 1

var v = 1
var w string = "x"
var (
	aa = 1
	bb int
)

type T struct {
	A string
	B int `json:"b"`
	*E
}

type I interface {
	M(a int) error
}

func f() {}
func g(a int, b string) error { return nil }
func m(a, b int) (int, error) { return a, nil }
func (t *T) Method(x int) { t.A = "a" }
func variadic(a ...string) {}
func named() (err error) { return }

func body(w h.ResponseWriter, r *h.Request) {
	foo()
	foo(1)
	foo(1, 2)
	foo("a")
	foo(`raw`)
	foo(args...)
	foo(nil)
	foo(true)
	foo(-1)
	foo(1 + 2)
	foo("a" + x)
	foo(bar(1))
	foo(func() { bar() })
	foo(func(a int) error { return nil })
	foo(T{A: "a"})
	foo(&T{A: "a", B: 1})
	foo(T{})
	foo([]int{1, 2})
	foo(map[string]int{"a": 1})
	foo(x.(string))
	foo(x[0])
	foo(x[1:2])
	foo(*p)
	foo(&p)
	foo([]byte("a"))
	foo(string(b))
	fmt.Println("a")
	fmt.Sprintf("%s", x)
	exec.Command("ls", x)
	h.Get(url)
	obj.foo(1)
	obj.bar.foo(1)
	obj.foo(1).bar(2)
	x := 1
	x = 2
	x, err := foo()
	x += 1
	x++
	y := foo(1)
	var z = foo(2)
	var zz string
	_ = foo()
	_, err = foo()
	if err != nil {
		return
	}
	if err := foo(); err != nil {
		foo()
	}
	if a {
		foo()
	} else if b {
		bar()
	} else {
		baz()
	}
	for i := 0; i < 10; i++ {
		foo(i)
	}
	for i, v := range xs {
		foo(i, v)
	}
	for range xs {
		foo()
	}
	for k := range xs {
		foo(k)
	}
	for {
		break
	}
	for a {
		continue
	}
	switch a {
	case 1:
		foo()
	default:
		bar()
	}
	switch t := x.(type) {
	case string:
		foo(t)
	}
	select {
	case <-ch:
		foo()
	}
	go foo(1)
	defer foo(2)
	defer func() { foo() }()
	ch <- 1
	<-ch
	return
	a == b
	a == a
	a != b
	a && b
	a || b
	!a
	a < b
	a.b.c
	panic("x")
	make([]int, 0)
	new(T)
	len(x)
	goto L
L:
	foo()
}

func more(w http.ResponseWriter, r *http.Request) {
	x := map[string]string{"a": "b"}
	c := &http.Cookie{Name: "a", Secure: false}
	y := z.(*T)
	var buf [10]byte
	return
}
