package example

import (
	"os"

	"github.com/gorilla/csrf"
)

func protect(key []byte) {
	// ruleid: csrf-hardcoded-key
	csrf.Protect([]byte("32-byte-long-auth-key"))
	fixed := []byte("32-byte-long-auth-key")
	// ruleid: csrf-hardcoded-key
	csrf.Protect(fixed, csrf.Secure(true))
	// ok: csrf-hardcoded-key
	csrf.Protect(key, csrf.Secure(true))
	// ok: csrf-hardcoded-key
	csrf.Protect([]byte(os.Getenv("CSRF_KEY")))
}
