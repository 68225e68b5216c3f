package example

import (
	"crypto"
	"crypto/hmac"
	"crypto/md5"
	"crypto/rand"
	"crypto/rsa"
	"crypto/sha1"
	"crypto/sha256"
	"crypto/x509"
	"encoding/base64"
	"encoding/binary"
	"encoding/hex"
	"net/http"
	"path/filepath"
)

func sign(message []byte) []byte {
	// ruleid: weak-hash
	sum := md5.Sum(message)
	// ruleid: weak-hash
	h := sha1.New()
	h.Write(message)
	// ok: weak-hash
	strong := sha256.Sum256(message)
	// ruleid: weak-hash
	mac := hmac.New(md5.New, strong[:])
	// ok: weak-hash
	mac = hmac.New(sha1.New, sum[:])
	return mac.Sum(h.Sum(nil))
}

func etag(content []byte) [16]byte {
	// ok: weak-hash
	return md5.Sum(content)
}

func numbered(key *rsa.PrivateKey, digest []byte) {
	// ruleid: weak-hash
	rsa.SignPKCS1v15(rand.Reader, key, crypto.SHA1, digest)
	// ruleid: weak-hash
	crypto.MD5.New()
	// ruleid: weak-hash
	_ = x509.Certificate{SignatureAlgorithm: x509.SHA1WithRSA}
	// ok: weak-hash
	rsa.SignPKCS1v15(rand.Reader, key, crypto.SHA256, digest)
	// ok: weak-hash
	_ = x509.Certificate{SignatureAlgorithm: x509.SHA256WithRSA}
}

func number(text []byte) uint64 {
	// ok: weak-hash
	hash := sha1.Sum(text)
	return binary.BigEndian.Uint64(hash[:8])
}

func cached(key string) string {
	// ok: weak-hash
	sum := md5.Sum([]byte(key))
	return filepath.Join("cache", hex.EncodeToString(sum[:]))
}

func send(request *http.Request, body []byte) {
	// ok: weak-hash
	sum := md5.Sum(body)
	request.Header.Set("Content-MD5", base64.StdEncoding.EncodeToString(sum[:]))
}

type aesHmacSha1 struct{}

func (e aesHmacSha1) Hash() func() hash.Hash {
	// ok: weak-hash
	return sha1.New
}

func digest(token, text string) {
	// ruleid: weak-hash
	sha1.Sum([]byte(token))
	// ok: weak-hash
	sha1.Sum([]byte(text))
}

func shard(value string, shards uint64) uint64 {
	// ok: weak-hash
	return sum64(md5.Sum([]byte(value))) % shards
}

func (b *backend) Hasher() hash.Hash {
	// ok: weak-hash
	return md5.New()
}

func (b *backend) put(file blockFile, data []byte) {
	// ok: weak-hash
	sum := md5.Sum(data)
	id := base64.StdEncoding.EncodeToString(sum[:])
	file.PutBlock(id, data, &PutBlockOptions{ContentMD5: id})
	// ok: weak-hash
	b.hasher = md5.New()
	// ruleid: weak-hash
	hasher := md5.New()
	hasher.Write(data)
}

func stored(password string) [16]byte {
	// ok: weak-hash
	return md5.Sum([]byte(password))
}
