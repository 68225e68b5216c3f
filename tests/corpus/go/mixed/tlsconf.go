package secure

import (
	"crypto/tls"
	"crypto/x509"
	"errors"
	"net"
	"net/http"
	"os"
	"time"

	"github.com/go-redis/redis/v8"
	"github.com/go-resty/resty/v2"
	"golang.org/x/crypto/ssh"
	"golang.org/x/crypto/ssh/knownhosts"
	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials"
	"google.golang.org/grpc/credentials/insecure"
	"gopkg.in/gomail.v2"
)

func configs(pool *x509.CertPool) {
	// ruleid: tls-verification
	_ = &tls.Config{InsecureSkipVerify: true}
	// ok: tls-verification
	_ = &tls.Config{InsecureSkipVerify: false}
	_ = tls.Config{
		RootCAs:            pool,
		// ruleid: tls-verification
		InsecureSkipVerify: true,
	}
	// ok: tls-verification
	c := &tls.Config{MinVersion: tls.VersionTLS12}
	// ruleid: tls-verification
	c.InsecureSkipVerify = true
	var d tls.Config
	// ok: tls-verification
	d.MinVersion = tls.VersionTLS13
	// ruleid: tls-verification
	d.MinVersion = tls.VersionTLS10
	// ruleid: tls-verification
	_ = &tls.Config{MinVersion: tls.VersionSSL30}
	// ruleid: tls-verification
	_ = &tls.Config{MinVersion: tls.VersionTLS11}
	// ruleid: tls-verification
	_ = &tls.Config{MinVersion: 0x0301}
	// ruleid: tls-verification
	_ = &tls.Config{MaxVersion: tls.VersionTLS11}
	// ok: tls-verification
	_ = &tls.Config{MinVersion: tls.VersionTLS12, MaxVersion: tls.VersionTLS13}
	_ = &tls.Config{CipherSuites: []uint16{
		// ruleid: tls-verification
		tls.TLS_RSA_WITH_RC4_128_SHA,
	}}
	_ = &tls.Config{CipherSuites: []uint16{
		// ruleid: tls-verification
		tls.TLS_ECDHE_RSA_WITH_3DES_EDE_CBC_SHA,
		// ruleid: tls-verification
		tls.TLS_RSA_WITH_AES_128_CBC_SHA256,
		// ok: tls-verification
		tls.TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384,
	}}
	skip := true
	// ruleid: tls-verification
	_ = &tls.Config{InsecureSkipVerify: skip}
	// ok: tls-verification
	_ = &tls.Config{RootCAs: pool, ServerName: "db.example.com", MinVersion: tls.VersionTLS12}
}

func verified(pool *x509.CertPool) *tls.Config {
	return &tls.Config{
		// ok: tls-verification
		InsecureSkipVerify: true,
		VerifyConnection: func(cs tls.ConnectionState) error {
			opts := x509.VerifyOptions{Roots: pool, DNSName: cs.ServerName}
			_, err := cs.PeerCertificates[0].Verify(opts)
			return err
		},
	}
}

func clients() {
	// ruleid: tls-verification
	tr := &http.Transport{TLSClientConfig: &tls.Config{InsecureSkipVerify: true}}
	_ = &http.Client{Transport: tr}
	// ruleid: tls-verification
	http.DefaultTransport.(*http.Transport).TLSClientConfig = &tls.Config{InsecureSkipVerify: true}
	// ruleid: tls-verification
	resty.New().SetTLSClientConfig(&tls.Config{InsecureSkipVerify: true})
	// ruleid: tls-verification
	redis.NewClient(&redis.Options{TLSConfig: &tls.Config{InsecureSkipVerify: true}})
	dl := gomail.NewDialer("smtp.example.com", 587, "u", os.Getenv("P"))
	// ruleid: tls-verification
	dl.TLSConfig = &tls.Config{InsecureSkipVerify: true}
	// ok: tls-verification
	_ = &http.Client{Timeout: time.Second}
	// todoruleid: tls-verification
	grpc.Dial("x:1", grpc.WithInsecure())
	// todoruleid: tls-verification
	grpc.Dial("x:1", grpc.WithTransportCredentials(insecure.NewCredentials()))
	// ok: tls-verification
	grpc.Dial("x:1", grpc.WithTransportCredentials(credentials.NewTLS(&tls.Config{})))
}

func sshClients(key ssh.PublicKey) {
	// ruleid: tls-verification
	_ = &ssh.ClientConfig{User: "u", HostKeyCallback: ssh.InsecureIgnoreHostKey()}
	// ok: tls-verification
	_ = &ssh.ClientConfig{User: "u", HostKeyCallback: ssh.FixedHostKey(key)}
	_ = &ssh.ClientConfig{
		// ruleid: tls-verification
		HostKeyCallback: func(hostname string, remote net.Addr, key ssh.PublicKey) error {
			return nil
		},
	}
	cb, err := knownhosts.New("/etc/ssh/known_hosts")
	if err != nil {
		return
	}
	// ok: tls-verification
	_ = &ssh.ClientConfig{HostKeyCallback: cb}
	_ = &ssh.ClientConfig{
		// ok: tls-verification
		HostKeyCallback: func(hostname string, remote net.Addr, k ssh.PublicKey) error {
			if string(k.Marshal()) != string(key.Marshal()) {
				return errors.New("unknown host key")
			}
			return nil
		},
	}
	conf := &ssh.ClientConfig{}
	// ruleid: tls-verification
	conf.HostKeyCallback = ssh.InsecureIgnoreHostKey()
}

func servers(h http.Handler) {
	// ok: tls-verification
	http.ListenAndServe(":8080", h)
	// ruleid: tls-verification
	s := &http.Server{Addr: ":1", TLSConfig: &tls.Config{MinVersion: tls.VersionTLS10}}
	s.ListenAndServeTLS("c", "k")
	// ok: tls-verification
	tls.Listen("tcp", ":1", &tls.Config{MinVersion: tls.VersionTLS12})
	// ok: tls-verification
	_ = &tls.Config{ClientAuth: tls.RequireAndVerifyClientCert, MinVersion: tls.VersionTLS12}
}
