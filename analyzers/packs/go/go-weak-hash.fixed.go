package example

import (
	"crypto/hmac"
	"crypto/md5"
	"crypto/sha1"
	"crypto/sha256"
)

func sign(message []byte) []byte {
	// ruleid: go-weak-hash
	sum := sha256.Sum256(message)
	// ruleid: go-weak-hash
	h := sha256.New()
	h.Write(message)
	// ok: go-weak-hash
	strong := sha256.Sum256(message)
	// ruleid: go-weak-hash
	mac := hmac.New(sha256.New, strong[:])
	// ok: go-weak-hash
	mac = hmac.New(sha1.New, sum[:])
	return mac.Sum(h.Sum(nil))
}

func etag(content []byte) [16]byte {
	// ok: go-weak-hash
	return md5.Sum(content)
}
