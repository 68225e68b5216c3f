package hashes

import (
	oldhash "crypto/md5"
	"fmt"
	"hash"

	sha "crypto/sha1"
)

type checksums map[string]func() hash.Hash

func Alias(text string) string {
	// ruleid: weak-hash
	return fmt.Sprintf("%x", oldhash.Sum([]byte(text)))
}

func AliasToo(text string) []byte {
	// ruleid: weak-hash
	h := sha.New()
	h.Write([]byte(text))
	return h.Sum(nil)
}

type md5er struct{}

func (md5er) Sum(data []byte) int { return len(data) }

func Unrelated(text string) int {
	md5 := md5er{}
	// ok: weak-hash
	return md5.Sum([]byte(text))
}
