package leaks

import (
	"context"
	"encoding/json"
	"fmt"
	"log"
	"log/slog"
	"net/http"
	"os"
	"runtime/debug"

	"github.com/gin-gonic/gin"
	"github.com/sirupsen/logrus"
	"go.uber.org/zap"
)

type Account struct {
	Name     string
	Password string `json:"password"`
	Token    string
}

func LogPassword(r *http.Request) {
	password := r.FormValue("password")
	// ruleid: data-exposure
	log.Printf("login with password %s", password)
	// ok: data-exposure
	log.Printf("login of %s", r.FormValue("user"))
	// ok: data-exposure
	log.Println("wrong password")
	// ruleid: data-exposure
	logrus.Infof("password=%s", password)
	// ruleid: data-exposure
	logrus.WithField("password", password).Info("login")
	// ruleid: data-exposure
	slog.Info("login", "password", password)
	// ok: data-exposure
	slog.Info("login", "password_length", len(password))
}

func LogToken(logger *zap.Logger, account Account) {
	// ruleid: data-exposure
	logger.Info("created", zap.String("token", account.Token))
	// ok: data-exposure
	logger.Info("created", zap.String("name", account.Name))
	// ruleid: data-exposure
	fmt.Println("token:", account.Token)
	// ruleid: data-exposure
	log.Print(account.Password)
	// ruleid: data-exposure
	fmt.Fprintf(os.Stderr, "secret key %s\n", os.Getenv("SECRET_KEY"))
}

func ErrorDetails(w http.ResponseWriter, r *http.Request) {
	if err := json.NewDecoder(r.Body).Decode(&Account{}); err != nil {
		// ruleid: data-exposure
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	if err := json.NewDecoder(r.Body).Decode(&Account{}); err != nil {
		// ok: data-exposure
		http.Error(w, "the request is not understood", http.StatusBadRequest)
		return
	}
}

func Stack(w http.ResponseWriter, r *http.Request) {
	defer func() {
		if recovered := recover(); recovered != nil {
			// ruleid: data-exposure
			w.Write(debug.Stack())
		}
	}()
}

func StackLogged(w http.ResponseWriter, r *http.Request) {
	defer func() {
		if recovered := recover(); recovered != nil {
			// ok: data-exposure
			log.Printf("%v\n%s", recovered, debug.Stack())
			http.Error(w, "internal error", http.StatusInternalServerError)
		}
	}()
}

func StackFormatted(w http.ResponseWriter, r *http.Request) {
	// ruleid: data-exposure
	fmt.Fprintf(w, "%s", debug.Stack())
}

func Gin(c *gin.Context) {
	// ruleid: data-exposure
	c.String(http.StatusInternalServerError, string(debug.Stack()))
	// ruleid: data-exposure
	c.JSON(http.StatusOK, os.Environ())
	// ok: data-exposure
	c.JSON(http.StatusInternalServerError, gin.H{"error": "internal error"})
}

func InURL(w http.ResponseWriter, r *http.Request) {
	// ruleid: data-exposure
	_, _ = http.Get("http://api.example.com/login?password=" + r.FormValue("password"))
}

func structuredLeaks(sugar *zap.SugaredLogger, account Account, entered string) {
	// ruleid: data-exposure
	slog.Error("cannot sign in", "account", account.Name, "passwd", entered)
	// ruleid: data-exposure
	slog.InfoContext(context.Background(), "renewed", "refresh_token", account.Renewal)
	// ruleid: data-exposure
	slog.With("client_secret", account.Shared).Info("called")
	// ruleid: data-exposure
	sugar.Warnw("refused", "passphrase", entered)
	// ok: data-exposure
	slog.Info("password was changed", "account", account.Name)
	// ok: data-exposure
	slog.Info("called", "client_secret", redact(account.Shared))
	// ok: data-exposure
	sugar.Infow("checked", "password", true)
}
