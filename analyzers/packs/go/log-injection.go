package example

import (
	"log"
	"net/http"
	"strconv"
)

func login(w http.ResponseWriter, r *http.Request) {
	user := r.FormValue("user")
	// ruleid: log-injection
	log.Printf("login of %s", user)
	// ruleid: log-injection
	log.Println("login", user)
	// ok: log-injection
	log.Printf("login of %q", user)
	// ok: log-injection
	log.Print("login of " + strconv.Quote(user))
	// ok: log-injection
	log.Println("started")
}

func requests(w http.ResponseWriter, r *http.Request) {
	std := log.New(os.Stderr, "web ", 0)
	// ruleid: log-injection
	std.Printf("agent %s", r.UserAgent())
	// ruleid: log-injection
	std.Println("path", r.URL.Path)
	// ok: log-injection
	std.Println("address", r.URL)
}

func pairs(l logger, r *http.Request) {
	// ok: log-injection
	l.log.Info("login", "user", r.FormValue("user"))
	// ruleid: log-injection
	l.log.Info("login of " + r.FormValue("user"))
}

func structured(r *http.Request) {
	name := r.FormValue("name")
	// ok: log-injection
	logger.Info("Joining", logger.Ctx{"name": name})
	fields := logger.Fields{"name": name}
	// ok: log-injection
	logger.Info("Joining", fields)
	// ruleid: log-injection
	logger.Info("Joining " + name)
}
