package example

import (
	"fmt"
	"log"
	"net/http"
	"strconv"
)

func login(w http.ResponseWriter, r *http.Request) {
	user := r.FormValue("user")
	// ruleid: go-log-injection
	log.Printf("login of %s", fmt.Sprintf("%q", user))
	// ruleid: go-log-injection
	log.Println("login", fmt.Sprintf("%q", user))
	// ok: go-log-injection
	log.Printf("login of %q", user)
	// ok: go-log-injection
	log.Print("login of " + strconv.Quote(user))
	// ok: go-log-injection
	log.Println("started")
}
