package example

import "github.com/golang-jwt/jwt/v5"

func sign(claims jwt.Claims, secret []byte) (string, error) {
	// ruleid: go-jwt-none
	none := jwt.NewWithClaims(jwt.SigningMethodHS256, claims)
	// ruleid: go-jwt-none
	text, err := none.SignedString(jwt.UnsafeAllowNoneSignatureType)
	if err != nil {
		return text, err
	}
	// ok: go-jwt-none
	token := jwt.NewWithClaims(jwt.SigningMethodHS256, claims)
	return token.SignedString(secret)
}

func withoutSignature() {
	// ruleid: go-jwt-none
	jose.Sign("payload", jose.NONE, nil)
	// ok: go-jwt-none
	jose.Sign("payload", jose.HS256, key)
}
