package example

import (
	"fmt"
	"log"
	"log/slog"
	"net/http"
	"net/http/httputil"
	"os"

	"go.uber.org/zap"
)

func login(logger *zap.Logger, user User, password, entered, maskedPassword string) {
	// ruleid: go-secret-logged
	log.Printf("login with password %s", password)
	// ruleid: go-secret-logged
	log.Println("token", user.Token)
	// ruleid: go-secret-logged
	slog.Info("login", "password", password)
	// ruleid: go-secret-logged
	logger.Info("login", zap.String("secret", user.ClientSecret))
	// ruleid: go-secret-logged
	fmt.Fprintf(os.Stderr, "key %s", user.APIKey)
	// ruleid: go-secret-logged
	slog.Warn("refused", "user", user.Name, "pwd", entered)
	// ruleid: go-secret-logged
	slog.With("api_key", user.Shared).Debug("asked")
	// ruleid: go-secret-logged
	logger.Sugar().Infow("asked", "user_password", entered)
	// ok: go-secret-logged
	slog.Info("login", "password", maskedPassword, "secret", nil)
	// ok: go-secret-logged
	slog.Info("password changed", "user", user.Name)
	// ok: go-secret-logged
	log.Printf("login of %s", user.Name)
	// ok: go-secret-logged
	log.Println("wrong password")
	// ok: go-secret-logged
	slog.Info("login", "length", len(password))
}

func whole(r *http.Request) {
	// ruleid: go-secret-logged
	log.Println(r.Header)
	// ruleid: go-secret-logged
	log.Printf("%v", r.PostForm)
	dump, _ := httputil.DumpRequest(r, true)
	// ruleid: go-secret-logged
	log.Printf("%s", dump)
	// ok: go-secret-logged
	log.Println(r.Method, len(r.Header))
}

func underAName(apiToken string) {
	// ruleid: go-secret-logged
	logrus.WithField("token", apiToken).Info("created")
	// ok: go-secret-logged
	logrus.WithField("token", tokenName).Info("created")
}

func cards(customer Customer, accessToken, cardNumber string) {
	// ruleid: go-secret-logged
	log.Println("card: " + cardNumber)
	// ruleid: go-secret-logged
	log.Printf("paid with %s", customer.CreditCardNumber)
	// ruleid: go-secret-logged
	log.Print("signed in with " + accessToken)
	// ok: go-secret-logged
	log.Println("card: " + cardKind)
}
