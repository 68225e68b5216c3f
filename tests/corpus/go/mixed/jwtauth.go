package auth

import (
	"crypto/hmac"
	"crypto/subtle"
	"errors"
	"fmt"
	"net/http"
	"os"
	"time"

	"github.com/dgrijalva/jwt-go"
	jwt5 "github.com/golang-jwt/jwt/v5"
	"github.com/go-jose/go-jose/v3"
	josejwt "github.com/go-jose/go-jose/v3/jwt"
	"github.com/go-ldap/ldap/v3"
	"github.com/lestrrat-go/jwx/v2/jwa"
	lj "github.com/lestrrat-go/jwx/v2/jwt"
	"golang.org/x/crypto/bcrypt"
	"golang.org/x/oauth2"
)

var signingKey = []byte(os.Getenv("JWT_KEY"))

type claims struct {
	jwt5.RegisteredClaims
	Role string
}

func sign() (string, error) {
	t := jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"sub": "1", "exp": time.Now().Add(time.Hour).Unix()})
	// ruleid: jwt
	t.SignedString([]byte("my-very-secret-signing-key"))
	// ruleid: jwt
	n := jwt.New(jwt.SigningMethodNone)
	// ruleid: jwt
	n.SignedString(jwt.UnsafeAllowNoneSignatureType)
	// ruleid: jwt
	m := jwt5.NewWithClaims(jwt5.SigningMethodNone, claims{})
	_ = m
	// ok: jwt
	return t.SignedString(signingKey)
}

func parse(raw string) error {
	// ok: jwt
	jwt.Parse(raw, func(t *jwt.Token) (interface{}, error) {
		if _, ok := t.Method.(*jwt.SigningMethodHMAC); !ok {
			return nil, fmt.Errorf("unexpected %v", t.Header["alg"])
		}
		return signingKey, nil
	})
	jwt.Parse(raw, func(t *jwt.Token) (interface{}, error) {
		// todoruleid: hardcoded-secret
		return []byte("hard-coded-hmac-key-1"), nil
	})
	p := new(jwt.Parser)
	// ruleid: jwt
	p.ParseUnverified(raw, jwt.MapClaims{})
	var c claims
	// ruleid: jwt
	jwt5.NewParser().ParseUnverified(raw, &c)
	// ok: jwt
	jwt5.ParseWithClaims(raw, &c, keyFunc, jwt5.WithValidMethods([]string{"HS256"}))
	tok, err := josejwt.ParseSigned(raw)
	if err != nil {
		return err
	}
	// ruleid: jwt
	tok.UnsafeClaimsWithoutVerification(&c)
	// ok: jwt
	tok.Claims(signingKey, &c)
	// ruleid: jwt
	lj.Parse([]byte(raw), lj.WithVerify(false))
	// ruleid: jwt
	lj.ParseInsecure([]byte(raw))
	// ok: jwt
	lj.Parse([]byte(raw), lj.WithKey(jwa.HS256, signingKey))
	// ruleid: jwt
	jwt5.Parse(raw, keyFunc, jwt5.WithoutClaimsValidation())
	// ruleid: jwt
	lj.Parse([]byte(raw), lj.WithKey(jwa.HS256, signingKey), lj.WithValidate(false))
	return nil
}

func keyFunc(t *jwt5.Token) (interface{}, error) {
	if t.Method != jwt5.SigningMethodHS256 {
		return nil, errors.New("alg")
	}
	return signingKey, nil
}

func jose() {
	// ruleid: jwt
	jose.NewSigner(jose.SigningKey{Algorithm: jose.HS256, Key: []byte("a-static-key-value-here")}, nil)
	// ok: hardcoded-secret
	jose.NewSigner(jose.SigningKey{Algorithm: jose.HS256, Key: signingKey}, nil)
}

func compare(w http.ResponseWriter, r *http.Request, want []byte, mac []byte) {
	// ruleid: timing
	if r.Header.Get("X-Api-Key") == os.Getenv("API_KEY") {
		w.WriteHeader(200)
	}
	// ok: authentication
	if subtle.ConstantTimeCompare([]byte(r.Header.Get("X-Api-Key")), want) == 1 {
		w.WriteHeader(200)
	}
	// ok: authentication
	if hmac.Equal(mac, want) {
		w.WriteHeader(200)
	}
	user, pass, ok := r.BasicAuth()
	// ruleid: hardcoded-secret
	if ok && user == "admin" && pass == "S3cr3t-admin-pw" {
		w.WriteHeader(200)
	}
	// ok: authentication
	if err := bcrypt.CompareHashAndPassword(want, []byte(pass)); err == nil {
		w.WriteHeader(200)
	}
}

var stateConst = "fixed-state"

func oauth(conf *oauth2.Config, w http.ResponseWriter, r *http.Request) {
	// ruleid: csrf
	conf.AuthCodeURL("state")
	// ruleid: csrf
	conf.AuthCodeURL(stateConst)
	// ok: csrf
	conf.AuthCodeURL(newState())
	// ok: csrf
	conf.AuthCodeURL(r.Header.Get("X-State"))
	// ruleid: csrf
	http.Redirect(w, r, conf.AuthCodeURL("abc", oauth2.AccessTypeOffline), 302)
	// ruleid: hardcoded-secret
	_ = &oauth2.Config{ClientID: "id", ClientSecret: "9a8b7c6d5e4f3a2b1c0d9e8f"}
	// ok: hardcoded-secret
	_ = &oauth2.Config{ClientID: "id", ClientSecret: os.Getenv("SECRET")}
}

func newState() string { return "" + time.Now().String() }

func bind(l *ldap.Conn, r *http.Request) error {
	// ruleid: authentication
	l.Bind("cn=admin", "")
	// ruleid: authentication
	l.UnauthenticatedBind("cn=admin")
	pw := r.FormValue("pw")
	if pw == "" {
		return errors.New("empty")
	}
	// ok: authentication
	return l.Bind("cn=admin", pw)
}
