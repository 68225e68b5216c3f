package p
import (
	"crypto/md5"
	h "net/http"
)
type T struct { A string; b int }
func (t *T) Get(w h.ResponseWriter, r *h.Request, n int) (string, error) {
	q := r.URL.Query().Get("q")
	x, err := db.Query("select " + q)
	if err != nil { return "", err }
	if x, ok := m[k]; ok { foo(x) }
	if v := f(); v != nil && len(v) > 3 { foo() } else if b { bar() } else { baz() }
	defer x.Close()
	go func() { foo(1) }()
	cfg := &tls.Config{InsecureSkipVerify: true, MinVersion: 1}
	t.A = q; t.b++; n += 2
	s := fmt.Sprintf("a %s b %d", q, n)
	y := v.(string); z, ok := v.(int)
	for i := 0; i < n; i++ { foo(i) }
	for _, e := range xs { foo(e) }
	for k := range xs { delete(xs, k) }
	for { break }
	switch a := v.(type) { case string: foo(a); default: }
	switch n { case 1, 2: foo(); default: bar() }
	select { case c := <-ch: foo(c); case ch <- 1: default: }
	var u int = 3; var w2 string; const cc = "x"
	arr := []string{"a", "b"}; mm := map[string]int{"a": 1}
	b := []byte("x"); _ = b; _, _ = foo(arr...)
	p := &q; *p = "z"; ptr := new(T); mk := make([]int, 0, n)
	cmd := exec.Command("sh", "-c", q); cmd.Run()
	h := md5.New(); h.Write(b)
	fn := func(a int) int { return a + 1 }
	return strings.TrimSpace(s), nil
}
func main() { http.HandleFunc("/", handler); log.Fatal(http.ListenAndServe(":80", nil)) }
