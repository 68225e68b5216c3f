package example

import (
	"net/http"

	"github.com/eclipse/paho.mqtt.golang"
	"github.com/go-ldap/ldap/v3"
	"github.com/jlaffaye/ftp"
	"github.com/minio/minio-go/v7"
	"github.com/rabbitmq/amqp091-go"
	"github.com/reiver/go-telnet"
	"github.com/wneessen/go-mail"
)

func requests(client *http.Client) {
	// ruleid: cleartext-connection
	http.Get("http://api.shop.com/v1/orders")
	// ruleid: cleartext-connection
	http.NewRequest("GET", "http://api.shop.com", nil)
	// ruleid: cleartext-connection
	client.Get("http://api.shop.com:8080/" + order)
	// ok: cleartext-connection
	http.Get("https://api.shop.com/v1/orders")
	// ok: cleartext-connection
	http.Get("http://localhost:8080/health")
	// ok: cleartext-connection
	http.Get("http://169.254.169.254/latest/meta-data")
	// ok: cleartext-connection
	http.Get("http://orders/v1")
	// ok: cleartext-connection
	http.Get("http://orders.default.svc/v1")
}

func directory() {
	// ruleid: cleartext-connection
	ldap.DialURL("ldap://directory.shop.com:389")
	// ok: cleartext-connection
	ldap.DialURL("ldaps://directory.shop.com:636")
}

func upgraded() {
	// ok: cleartext-connection
	connection, err := ldap.DialURL("ldap://directory.shop.com:389")
	if err != nil {
		return
	}
	connection.StartTLS(config)
}

func files() {
	// ruleid: cleartext-connection
	ftp.Dial("files.shop.com:21")
	// ok: cleartext-connection
	ftp.Dial("files.shop.com:21", ftp.DialWithExplicitTLS(config))
	// ruleid: cleartext-connection
	telnet.DialTo("router.shop.com:23")
	// ruleid: cleartext-connection
	minio.New("store.shop.com", &minio.Options{Creds: keys, Secure: false})
	// ok: cleartext-connection
	minio.New("store.shop.com", &minio.Options{Creds: keys, Secure: true})
	// ok: cleartext-connection
	minio.New("localhost:9000", &minio.Options{Creds: keys, Secure: false})
}

func queues(options *mqtt.ClientOptions) {
	// ruleid: cleartext-connection
	options.AddBroker("tcp://broker.shop.com:1883")
	// ok: cleartext-connection
	options.AddBroker("ssl://broker.shop.com:8883")
	// ok: cleartext-connection
	options.AddBroker("tcp://localhost:1883")
	// ruleid: cleartext-connection
	amqp091.Dial("amqp://shop@queue.shop.com:5672/")
	// ok: cleartext-connection
	amqp091.Dial("amqps://shop@queue.shop.com:5671/")
	// ruleid: cleartext-connection
	mail.NewClient("mail.shop.com", mail.WithTLSPolicy(mail.NoTLS))
	// ok: cleartext-connection
	mail.NewClient("mail.shop.com", mail.WithTLSPolicy(mail.TLSMandatory))
}
