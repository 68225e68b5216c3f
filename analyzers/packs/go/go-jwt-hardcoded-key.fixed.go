package example

import (
	"os"

	"github.com/golang-jwt/jwt/v5"
)

var fixed = []byte("correct horse battery")
var loaded = []byte(os.Getenv("JWT_SECRET"))

func sign(token *jwt.Token, text string) {
	// ruleid: go-jwt-hardcoded-key
	token.SignedString([]byte(os.Getenv("JWT_SECRET")))
	// ruleid: go-jwt-hardcoded-key
	token.SignedString(fixed)
	// ok: go-jwt-hardcoded-key
	token.SignedString(loaded)
	// ruleid: go-jwt-hardcoded-key
	jwt.Parse(text, func(token *jwt.Token) (interface{}, error) {
		return []byte("AllYourBase"), nil
	})
	// ok: go-jwt-hardcoded-key
	jwt.Parse(text, func(token *jwt.Token) (interface{}, error) {
		return loaded, nil
	})
}

func libraries() {
	// ruleid: go-jwt-hardcoded-key
	jwt.NewSignerHS(jwt.HS256, []byte("cristal-signing-key"))
	// ok: go-jwt-hardcoded-key
	jwt.NewSignerHS(jwt.HS256, []byte(os.Getenv("KEY")))
}

func otherLibraries(key []byte) {
	// ruleid: go-jwt-hardcoded-key
	jose.Sign("payload", jose.HS256, []byte("the key of the shop"))
	// ruleid: go-jwt-hardcoded-key
	kjwt.Verify(kjwt.HS256, []byte("the key of the shop"), token)
	// ok: go-jwt-hardcoded-key
	jose.Sign("payload", jose.HS256, key)
	// ok: go-jwt-hardcoded-key
	jws.Verify([]byte("eyJhbGciOi"), key)
}
