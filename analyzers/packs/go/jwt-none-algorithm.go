package example

import "github.com/golang-jwt/jwt/v5"

func sign(claims jwt.Claims, secret []byte) (string, error) {
	// ruleid: jwt-none-algorithm
	none := jwt.NewWithClaims(jwt.SigningMethodNone, claims)
	// ruleid: jwt-none-algorithm
	text, err := none.SignedString(jwt.UnsafeAllowNoneSignatureType)
	if err != nil {
		return text, err
	}
	// ok: jwt-none-algorithm
	token := jwt.NewWithClaims(jwt.SigningMethodHS256, claims)
	return token.SignedString(secret)
}

func withoutSignature() {
	// ruleid: jwt-none-algorithm
	jose.Sign("payload", jose.NONE, nil)
	// ok: jwt-none-algorithm
	jose.Sign("payload", jose.HS256, key)
}
