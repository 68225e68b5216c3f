package example

import (
	"os"

	"github.com/golang-jwt/jwt/v5"
)

var fixed = []byte("correct horse battery")
var loaded = []byte(os.Getenv("JWT_SECRET"))

func sign(token *jwt.Token, text string) {
	// ruleid: jwt-hardcoded-key
	token.SignedString([]byte("my-signing-key"))
	// ruleid: jwt-hardcoded-key
	token.SignedString(fixed)
	// ok: jwt-hardcoded-key
	token.SignedString(loaded)
	// ruleid: jwt-hardcoded-key
	jwt.Parse(text, func(token *jwt.Token) (interface{}, error) {
		return []byte("AllYourBase"), nil
	})
	// ok: jwt-hardcoded-key
	jwt.Parse(text, func(token *jwt.Token) (interface{}, error) {
		return loaded, nil
	})
}

func libraries() {
	// ruleid: jwt-hardcoded-key
	jwt.NewSignerHS(jwt.HS256, []byte("cristal-signing-key"))
	// ok: jwt-hardcoded-key
	jwt.NewSignerHS(jwt.HS256, []byte(os.Getenv("KEY")))
}

func otherLibraries(key []byte) {
	// ruleid: jwt-hardcoded-key
	jose.Sign("payload", jose.HS256, []byte("the key of the shop"))
	// ruleid: jwt-hardcoded-key
	kjwt.Verify(kjwt.HS256, []byte("the key of the shop"), token)
	// ok: jwt-hardcoded-key
	jose.Sign("payload", jose.HS256, key)
	// ok: jwt-hardcoded-key
	jws.Verify([]byte("eyJhbGciOi"), key)
}
