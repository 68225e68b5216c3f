package example

import "github.com/golang-jwt/jwt/v5"

func parse(text string, claims jwt.Claims, key jwt.Keyfunc) {
	// ruleid: jwt-unverified
	jwt.NewParser().ParseUnverified(text, claims)
	// ruleid: jwt-unverified
	new(jwt.Parser).ParseUnverified(text, claims)
	// ruleid: jwt-unverified
	jwt.Parse(text, key, jwt.WithoutClaimsValidation())
	// ruleid: jwt-unverified
	jwt.ParseNoVerify([]byte(text))
	// ok: jwt-unverified
	jwt.ParseWithClaims(text, claims, key, jwt.WithValidMethods([]string{"HS256"}))
}
