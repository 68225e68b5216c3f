package example

import "github.com/golang-jwt/jwt/v5"

func parse(text string, claims jwt.Claims, key jwt.Keyfunc) {
	// ruleid: jwt-expiration-ignored
	jwt.Parse(text, key, jwt.WithoutClaimsValidation())
	// ruleid: jwt-expiration-ignored
	parser := jwt.NewParser(jwt.WithoutClaimsValidation())
	// ruleid: jwt-expiration-ignored
	older := &jwt.Parser{SkipClaimsValidation: true}
	// ok: jwt-expiration-ignored
	jwt.ParseWithClaims(text, claims, key, jwt.WithValidMethods([]string{"HS256"}))
	// ok: jwt-expiration-ignored
	strict := &jwt.Parser{SkipClaimsValidation: false}
	use(parser, older, strict)
}

func afterwards(text string, claims *Claims, key jwt.Keyfunc) error {
	// ok: jwt-expiration-ignored
	if _, err := jwt.ParseWithClaims(text, claims, key, jwt.WithoutClaimsValidation()); err != nil {
		return err
	}
	return claims.Valid()
}
