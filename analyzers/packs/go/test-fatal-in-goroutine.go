package example

import (
	"net/http"
	"testing"
)

func TestFetch(t *testing.T) {
	done := make(chan bool)
	go func() {
		defer close(done)
		if _, err := http.Get("http://localhost"); err != nil {
			// ruleid: test-fatal-in-goroutine
			t.Fatal(err)
		}
	}()
	go func() {
		if _, err := http.Get("http://localhost"); err != nil {
			// ok: test-fatal-in-goroutine
			t.Error(err)
			return
		}
	}()
	<-done
	// ok: test-fatal-in-goroutine
	t.Fatal("not reached")
}
