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
			// ruleid: go-test-ended-from-goroutine
			t.Error(err)
		}
	}()
	go func() {
		if _, err := http.Get("http://localhost"); err != nil {
			// ok: go-test-ended-from-goroutine
			t.Error(err)
			return
		}
	}()
	<-done
	// ok: go-test-ended-from-goroutine
	t.Fatal("not reached")
}
