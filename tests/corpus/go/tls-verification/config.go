package transport

import (
	"crypto/tls"
	"crypto/x509"
	"errors"
	"net"
	"net/http"
	"net/smtp"

	"golang.org/x/crypto/ssh"
	"golang.org/x/crypto/ssh/knownhosts"
	"google.golang.org/grpc/credentials"
)

func Client() *http.Client {
	return &http.Client{Transport: &http.Transport{
		// ruleid: tls-verification
		TLSClientConfig: &tls.Config{InsecureSkipVerify: true},
	}}
}

func ClientVerified(pool *x509.CertPool) *http.Client {
	return &http.Client{Transport: &http.Transport{
		// ok: tls-verification
		TLSClientConfig: &tls.Config{RootCAs: pool, InsecureSkipVerify: false},
	}}
}

func Assigned() *tls.Config {
	config := &tls.Config{ServerName: "example.com"}
	// ruleid: tls-verification
	config.InsecureSkipVerify = true
	return config
}

func AssignedFalse() *tls.Config {
	config := &tls.Config{ServerName: "example.com"}
	// ok: tls-verification
	config.InsecureSkipVerify = false
	return config
}

func Default() {
	// ruleid: tls-verification
	http.DefaultTransport.(*http.Transport).TLSClientConfig = &tls.Config{InsecureSkipVerify: true}
}

func Variable() *tls.Config {
	skip := true
	// ruleid: tls-verification
	return &tls.Config{InsecureSkipVerify: skip}
}

func Pinned(check func([][]byte, [][]*x509.Certificate) error) *tls.Config {
	// ok: tls-verification
	return &tls.Config{InsecureSkipVerify: true, VerifyPeerCertificate: check}
}

func PinnedToNothing() *tls.Config {
	return &tls.Config{
		// ruleid: tls-verification
		InsecureSkipVerify: true,
		VerifyPeerCertificate: func(raw [][]byte, chains [][]*x509.Certificate) error {
			return nil
		},
	}
}

func Versions() []*tls.Config {
	return []*tls.Config{
		// ruleid: tls-verification
		{MinVersion: tls.VersionTLS10},
		// ruleid: tls-verification
		&tls.Config{MinVersion: tls.VersionTLS11},
		// ruleid: tls-verification
		&tls.Config{MinVersion: tls.VersionSSL30},
		// ok: tls-verification
		&tls.Config{MinVersion: tls.VersionTLS12},
		// ok: tls-verification
		&tls.Config{MinVersion: tls.VersionTLS13},
		// ruleid: tls-verification
		&tls.Config{MinVersion: 0x0301},
		// ruleid: tls-verification
		&tls.Config{MaxVersion: tls.VersionTLS11},
	}
}

func Suites() *tls.Config {
	return &tls.Config{
		MinVersion: tls.VersionTLS12,
		CipherSuites: []uint16{
			// ok: tls-verification
			tls.TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256,
			// ruleid: tls-verification
			tls.TLS_RSA_WITH_RC4_128_SHA,
			// ruleid: tls-verification
			tls.TLS_RSA_WITH_3DES_EDE_CBC_SHA,
			// ruleid: tls-verification
			tls.TLS_ECDHE_ECDSA_WITH_RC4_128_SHA,
			// ruleid: tls-verification
			tls.TLS_RSA_WITH_AES_128_CBC_SHA256,
			// ok: tls-verification
			tls.TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384,
		},
	}
}

func SecureShell(password string) *ssh.ClientConfig {
	return &ssh.ClientConfig{
		Auth: []ssh.AuthMethod{ssh.Password(password)},
		// ruleid: tls-verification
		HostKeyCallback: ssh.InsecureIgnoreHostKey(),
	}
}

func SecureShellAny() *ssh.ClientConfig {
	return &ssh.ClientConfig{
		// ruleid: tls-verification
		HostKeyCallback: func(hostname string, remote net.Addr, key ssh.PublicKey) error {
			return nil
		},
	}
}

func SecureShellKnown(key ssh.PublicKey) (*ssh.ClientConfig, error) {
	callback, err := knownhosts.New("/etc/ssh/known_hosts")
	if err != nil {
		return nil, err
	}
	// ok: tls-verification
	config := &ssh.ClientConfig{HostKeyCallback: callback}
	// ok: tls-verification
	config.HostKeyCallback = ssh.FixedHostKey(key)
	return config, nil
}

func SecureShellChecked(want string) *ssh.ClientConfig {
	return &ssh.ClientConfig{
		// ok: tls-verification
		HostKeyCallback: func(hostname string, remote net.Addr, key ssh.PublicKey) error {
			if ssh.FingerprintSHA256(key) != want {
				return errors.New("unknown key")
			}
			return nil
		},
	}
}

func Dial() (*tls.Conn, error) {
	// ruleid: tls-verification
	return tls.Dial("tcp", "mail.example.com:465", &tls.Config{InsecureSkipVerify: true})
}

func DialVerified() (*tls.Conn, error) {
	// ok: tls-verification
	return tls.Dial("tcp", "mail.example.com:465", nil)
}

func Mail(client *smtp.Client, host string) error {
	// ruleid: tls-verification
	return client.StartTLS(&tls.Config{ServerName: host, InsecureSkipVerify: true})
}

func Remote() credentials.TransportCredentials {
	// ruleid: tls-verification
	return credentials.NewTLS(&tls.Config{InsecureSkipVerify: true})
}
