package web

import (
	"encoding/json"
	"errors"
	"fmt"
	"log"
	"log/slog"
	"net/http"
	_ "net/http/pprof"
	"os"
	"runtime"
	"runtime/debug"
	"strconv"
	"strings"

	"github.com/gin-gonic/gin"
	"github.com/golang/glog"
	"github.com/labstack/echo/v4"
	"github.com/rs/zerolog"
	zlog "github.com/rs/zerolog/log"
	"github.com/sirupsen/logrus"
	"go.uber.org/zap"
	"k8s.io/klog/v2"
)

func logging(w http.ResponseWriter, r *http.Request, logger *zap.Logger, sugar *zap.SugaredLogger) {
	user := r.FormValue("user")
	// ruleid: log-injection
	log.Printf("login of %s", user)
	// ruleid: log-injection
	log.Println("login of " + user)
	// ruleid: log-injection
	log.Print(user)
	// ok: log-injection
	log.Printf("login of %q", user)
	// ok: log-injection
	log.Printf("login of %d", len(user))
	// ok: log-injection
	log.Printf("login of %s", strconv.Quote(user))
	// ruleid: log-injection
	log.Fatalf("bad user %s", user)
	// ruleid: log-injection
	logrus.Info("user " + user)
	// ok: log-injection
	logrus.WithField("user", user).Info("login")
	// ruleid: log-injection
	logrus.Warnf("user %v", user)
	// ruleid: log-injection
	glog.Infof("user %s", user)
	// ruleid: log-injection
	klog.Errorf("user %s", user)
	// ruleid: log-injection
	sugar.Infof("user %s", user)
	// ruleid: log-injection
	logger.Info("user " + user)
	// ok: log-injection
	logger.Info("user", zap.String("user", user))
	// ok: log-injection
	slog.Info("login", "user", user)
	// ok: log-injection
	zlog.Info().Str("user", user).Msg("login")
	clean := strings.ReplaceAll(strings.ReplaceAll(user, "\n", ""), "\r", "")
	// ok: log-injection
	log.Printf("login of %s", clean)
	c2 := strings.NewReplacer("\n", "", "\r", "").Replace(user)
	// ok: log-injection
	log.Println(c2)
	std := log.New(os.Stderr, "x", 0)
	// ruleid: log-injection
	std.Printf("agent %s", r.UserAgent())
	// ruleid: log-injection
	log.Println("path", r.URL.Path)
	n, err := strconv.Atoi(user)
	if err == nil {
		// ok: log-injection
		log.Println("n", n)
	}
	// ok: log-injection
	log.Println(r.Method == "GET")
}

type account struct {
	Name     string
	Password string
	APIKey   string
}

func sensitive(r *http.Request, a account, e *zerolog.Event) {
	password := r.FormValue("password")
	// ruleid: data-exposure
	log.Println("password: " + password)
	// ruleid: data-exposure
	log.Printf("user %q with %q", a.Name, a.Password)
	// ok: data-exposure
	log.Printf("user %q", a.Name)
	// ruleid: data-exposure
	logrus.WithFields(logrus.Fields{"password": password}).Info("x")
	// ruleid: data-exposure
	log.Printf("key %q", a.APIKey)
	// ok: data-exposure
	log.Println("password changed")
	// ok: data-exposure
	log.Printf("len %d", len(password))
	// ruleid: data-exposure
	slog.Debug("auth", "token", r.Header.Get("Authorization"))
	// ruleid: data-exposure
	fmt.Println("secret key is", os.Getenv("SECRET_KEY"))
	masked := strings.Repeat("*", len(password))
	// ok: data-exposure
	log.Println("password", masked)
	// todoruleid: data-exposure
	log.Printf("%+v", r.Header)
}

func traces(w http.ResponseWriter, r *http.Request) {
	defer func() {
		if e := recover(); e != nil {
			// ruleid: data-exposure
			fmt.Fprintf(w, "%s", debug.Stack())
			// ok: data-exposure
			log.Printf("%s", debug.Stack())
		}
	}()
	buf := make([]byte, 1<<16)
	n := runtime.Stack(buf, true)
	// ruleid: data-exposure
	w.Write(buf[:n])
	err := errors.New("x")
	// ok: data-exposure
	http.Error(w, err.Error(), 500)
	// ok: data-exposure
	http.Error(w, "internal error", 500)
	// ruleid: data-exposure
	http.Error(w, string(debug.Stack()), 500)
	// ruleid: data-exposure
	json.NewEncoder(w).Encode(os.Environ())
}

func debugModes(e *echo.Echo) {
	// ruleid: misconfiguration
	gin.SetMode(gin.DebugMode)
	// ok: misconfiguration
	gin.SetMode(gin.ReleaseMode)
	// ruleid: misconfiguration
	e.Debug = true
	// ok: misconfiguration
	e.Debug = false
	http.ListenAndServe("localhost:6060", nil)
	_ = &http.Server{Addr: ":80"}
	// ruleid: misconfiguration
	http.Handle("/", http.FileServer(http.Dir("/")))
	// ok: misconfiguration
	http.Handle("/s/", http.FileServer(http.Dir("static")))
}
