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
	// ruleid: secret-logged
	log.Printf("login with password %s", password)
	// ruleid: secret-logged
	log.Println("token", user.Token)
	// ruleid: secret-logged
	slog.Info("login", "password", password)
	// ruleid: secret-logged
	logger.Info("login", zap.String("secret", user.ClientSecret))
	// ruleid: secret-logged
	fmt.Fprintf(os.Stderr, "key %s", user.APIKey)
	// ruleid: secret-logged
	slog.Warn("refused", "user", user.Name, "pwd", entered)
	// ruleid: secret-logged
	slog.With("api_key", user.Shared).Debug("asked")
	// ruleid: secret-logged
	logger.Sugar().Infow("asked", "user_password", entered)
	// ok: secret-logged
	slog.Info("login", "password", maskedPassword, "secret", nil)
	// ok: secret-logged
	slog.Info("password changed", "user", user.Name)
	// ok: secret-logged
	log.Printf("login of %s", user.Name)
	// ok: secret-logged
	log.Println("wrong password")
	// ok: secret-logged
	slog.Info("login", "length", len(password))
}

func whole(r *http.Request) {
	// ruleid: secret-logged
	log.Println(r.Header)
	// ruleid: secret-logged
	log.Printf("%v", r.PostForm)
	dump, _ := httputil.DumpRequest(r, true)
	// ruleid: secret-logged
	log.Printf("%s", dump)
	// ok: secret-logged
	log.Println(r.Method, len(r.Header))
}

func underAName(apiToken string) {
	// ruleid: secret-logged
	logrus.WithField("token", apiToken).Info("created")
	// ok: secret-logged
	logrus.WithField("token", tokenName).Info("created")
}

func cards(customer Customer, accessToken, cardNumber string) {
	// ruleid: secret-logged
	log.Println("card: " + cardNumber)
	// ruleid: secret-logged
	log.Printf("paid with %s", customer.CreditCardNumber)
	// ruleid: secret-logged
	log.Print("signed in with " + accessToken)
	// ok: secret-logged
	log.Println("card: " + cardKind)
}
