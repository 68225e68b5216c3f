package example

import "github.com/golang-jwt/jwt/v5"

func parse(text string, claims jwt.Claims, key jwt.Keyfunc) {
	// ruleid: jwt-unverified
	jwt.NewParser().ParseUnverified(text, claims)
	// ruleid: jwt-unverified
	new(jwt.Parser).ParseUnverified(text, claims)
	// ok: jwt-unverified
	jwt.Parse(text, key, jwt.WithoutClaimsValidation())
	// ruleid: jwt-unverified
	jwt.ParseNoVerify([]byte(text))
	// ruleid: jwt-unverified
	jwt.Parse([]byte(text), jwt.WithVerify(false))
	// ok: jwt-unverified
	jwt.ParseWithClaims(text, claims, key, jwt.WithValidMethods([]string{"HS256"}))
}

func payload(object *jose.JSONWebSignature) []byte {
	// ruleid: jwt-unverified
	return object.UnsafePayloadWithoutVerification()
}

func issuer(object *jose.JSONWebSignature, keys map[string]any) ([]byte, error) {
	// ok: jwt-unverified
	name := issuerOf(object.UnsafePayloadWithoutVerification())
	return object.Verify(keys[name])
}

func peekedAndVerified(text string, keys Keys) (*jwt.Token, error) {
	// ok: jwt-unverified
	peeked, _, err := new(jwt.Parser).ParseUnverified(text, jwt.MapClaims{})
	if err != nil {
		return nil, err
	}
	return jwt.Parse(text, keys.For(peeked))
}
