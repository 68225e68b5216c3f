package tokens

import (
	"errors"
	"fmt"
	"os"
	"time"

	oldjwt "github.com/dgrijalva/jwt-go"
	"github.com/golang-jwt/jwt/v5"
	"github.com/lestrrat-go/jwx/v2/jwa"
	jwxt "github.com/lestrrat-go/jwx/v2/jwt"
)

var secret = []byte(os.Getenv("JWT_SECRET"))

func Unverified(text string) (*jwt.Token, error) {
	parser := jwt.NewParser()
	// ruleid: jwt
	token, _, err := parser.ParseUnverified(text, jwt.MapClaims{})
	return token, err
}

func UnverifiedOld(text string) (*oldjwt.Token, error) {
	// ruleid: jwt
	token, _, err := new(oldjwt.Parser).ParseUnverified(text, oldjwt.MapClaims{})
	return token, err
}

func None(claims jwt.Claims) (string, error) {
	// ruleid: jwt
	token := jwt.NewWithClaims(jwt.SigningMethodNone, claims)
	// ruleid: jwt
	return token.SignedString(jwt.UnsafeAllowNoneSignatureType)
}

func NoneOld() (string, error) {
	// ruleid: jwt
	token := oldjwt.New(oldjwt.SigningMethodNone)
	// ruleid: jwt
	return token.SignedString(oldjwt.UnsafeAllowNoneSignatureType)
}

func Signed(claims jwt.Claims) (string, error) {
	// ok: jwt
	token := jwt.NewWithClaims(jwt.SigningMethodHS256, claims)
	// ok: jwt
	return token.SignedString(secret)
}

func SignedWithConstant() (string, error) {
	claims := jwt.MapClaims{"sub": "1", "exp": time.Now().Add(time.Hour).Unix()}
	token := jwt.NewWithClaims(jwt.SigningMethodHS256, claims)
	// ruleid: jwt
	return token.SignedString([]byte("my-signing-key"))
}

var fixedKey = []byte("correct horse battery")

func SignedWithVariable(claims jwt.Claims) (string, error) {
	token := jwt.NewWithClaims(jwt.SigningMethodHS512, claims)
	// ruleid: jwt
	return token.SignedString(fixedKey)
}

func Parse(text string) (*jwt.Token, error) {
	return jwt.Parse(text, func(token *jwt.Token) (any, error) {
		if _, ok := token.Method.(*jwt.SigningMethodHMAC); !ok {
			return nil, fmt.Errorf("unexpected method %v", token.Header["alg"])
		}
		// ok: jwt
		return secret, nil
	})
}

func ParseWithConstant(text string) (*jwt.Token, error) {
	// ruleid: jwt
	return jwt.Parse(text, func(token *jwt.Token) (any, error) {
		return []byte("AllYourBase"), nil
	}, jwt.WithValidMethods([]string{"HS256"}))
}

func ParseNone(text string) (*jwt.Token, error) {
	return jwt.Parse(text, func(token *jwt.Token) (any, error) {
		// ruleid: jwt
		return jwt.UnsafeAllowNoneSignatureType, nil
	})
}

func ParseMethods(text string) (*jwt.Token, error) {
	// ok: jwt
	return jwt.Parse(text, func(token *jwt.Token) (any, error) {
		return secret, nil
	}, jwt.WithValidMethods([]string{"HS256"}))
}

func ParseClaims(text string) (*jwt.Token, error) {
	claims := &jwt.RegisteredClaims{}
	// ok: jwt
	token, err := jwt.ParseWithClaims(text, claims, func(token *jwt.Token) (any, error) {
		if token.Method.Alg() != "HS256" {
			return nil, errors.New("unexpected method")
		}
		return secret, nil
	})
	return token, err
}

func NoClaims(text string) (*jwt.Token, error) {
	// ruleid: jwt
	return jwt.Parse(text, func(token *jwt.Token) (any, error) { return secret, nil }, jwt.WithoutClaimsValidation())
}

func Jwx(data []byte) (jwxt.Token, error) {
	// ruleid: jwt
	return jwxt.Parse(data, jwxt.WithVerify(false))
}

func JwxInsecure(data []byte) (jwxt.Token, error) {
	// ruleid: jwt
	return jwxt.ParseInsecure(data)
}

func JwxVerified(data []byte, key any) (jwxt.Token, error) {
	// ok: jwt
	return jwxt.Parse(data, jwxt.WithKey(jwa.RS256, key))
}

func JwxNone(token jwxt.Token) ([]byte, error) {
	// ruleid: jwt
	return jwxt.Sign(token, jwxt.WithKey(jwa.NoSignature, nil))
}
