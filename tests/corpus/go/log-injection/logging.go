package logging

import (
	"log"
	"log/slog"
	"net/http"
	"strconv"
	"strings"
	"unicode"

	"github.com/gin-gonic/gin"
	"github.com/golang/glog"
	"github.com/sirupsen/logrus"
	"go.uber.org/zap"
)

func Printed(w http.ResponseWriter, r *http.Request) {
	name := r.FormValue("name")
	// ruleid: log-injection
	log.Printf("user %s logged in", name)
	// ok: log-injection
	log.Printf("user %q logged in", name)
	// ruleid: log-injection
	log.Println("user", name)
	// ruleid: log-injection
	log.Print("user " + name)
	clean := strings.ReplaceAll(strings.ReplaceAll(name, "\n", ""), "\r", "")
	// ok: log-injection
	log.Printf("user %s logged in", clean)
	// ok: log-injection
	log.Print("user ", strconv.Quote(name))
	// ok: log-injection
	log.Println("started")
}

func Number(r *http.Request) {
	id, err := strconv.Atoi(r.FormValue("id"))
	if err != nil {
		return
	}
	// ok: log-injection
	log.Printf("user %d", id)
}

func Logrus(c *gin.Context) {
	// ruleid: log-injection
	logrus.Infof("user %s", c.Query("user"))
	// ruleid: log-injection
	logrus.Warn("agent " + c.GetHeader("User-Agent"))
	// ok: log-injection
	logrus.WithField("user", c.Query("user")).Info("login")
}

func Glog(r *http.Request) {
	// ruleid: log-injection
	glog.Infof("path %s", r.FormValue("path"))
	// ruleid: log-injection
	glog.Error("bad header " + r.Header.Get("X-Name"))
}

func Structured(r *http.Request, logger *zap.Logger) {
	// ok: log-injection
	logger.Info("login", zap.String("user", r.FormValue("user")))
	// ok: log-injection
	slog.Info("login", "user", r.FormValue("user"))
	// ruleid: log-injection
	logger.Sugar().Infof("login of %s", r.FormValue("user"))
}

func Own(logger *log.Logger, r *http.Request) {
	// ruleid: log-injection
	logger.Printf("query %s", r.FormValue("q"))
}

func printable(character rune) rune {
	if character < ' ' {
		return -1
	}
	return character
}

func cleanedSearch(r *http.Request) {
	// ok: log-injection
	log.Printf("search for %s", strings.Map(printable, r.FormValue("q")))
	// ruleid: log-injection
	log.Printf("search for %s", strings.Map(unicode.ToLower, r.FormValue("q")))
}
