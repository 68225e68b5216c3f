package servers

import (
	"log"
	"net"
	"net/http"
	"net/http/cgi"
	"time"

	"github.com/gin-contrib/pprof"
	"github.com/gin-gonic/gin"
	"github.com/labstack/echo/v4"
	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials"
	"google.golang.org/grpc/credentials/insecure"
)

func Plain(handler http.Handler) {
	// ruleid: misconfiguration
	log.Fatal(http.ListenAndServe(":8080", handler))
}

func PlainTLS(handler http.Handler) {
	// ruleid: misconfiguration
	log.Fatal(http.ListenAndServeTLS(":8443", "cert.pem", "key.pem", handler))
}

func NoTimeout(handler http.Handler) error {
	// ruleid: misconfiguration
	server := &http.Server{Addr: ":8080", Handler: handler}
	return server.ListenAndServe()
}

func Timeout(handler http.Handler) error {
	// ok: misconfiguration
	server := &http.Server{
		Addr:              "127.0.0.1:8080",
		Handler:           handler,
		ReadHeaderTimeout: 5 * time.Second,
	}
	return server.ListenAndServe()
}

func ReadTimeout(handler http.Handler) error {
	// ok: misconfiguration
	server := &http.Server{Addr: "127.0.0.1:8080", Handler: handler, ReadTimeout: time.Minute}
	return server.ListenAndServe()
}

func Everywhere() (net.Listener, error) {
	// ruleid: misconfiguration
	return net.Listen("tcp", "0.0.0.0:9000")
}

func EverywhereShort() (net.Listener, error) {
	// ruleid: misconfiguration
	return net.Listen("tcp", ":9000")
}

func EverywhereSix() (net.Listener, error) {
	// ruleid: misconfiguration
	return net.Listen("tcp", "[::]:9000")
}

func Here() (net.Listener, error) {
	// ok: misconfiguration
	return net.Listen("tcp", "127.0.0.1:9000")
}

func HereByName() (net.Listener, error) {
	// ok: misconfiguration
	return net.Listen("tcp", "localhost:0")
}

func Socket() (net.Listener, error) {
	// ok: misconfiguration
	return net.Listen("unix", "/run/app.sock")
}

func Dial(address string) (*grpc.ClientConn, error) {
	// ruleid: misconfiguration
	return grpc.Dial(address, grpc.WithInsecure())
}

func DialNew(address string) (*grpc.ClientConn, error) {
	// ruleid: misconfiguration
	return grpc.NewClient(address, grpc.WithTransportCredentials(insecure.NewCredentials()))
}

func DialSecure(address string, secure credentials.TransportCredentials) (*grpc.ClientConn, error) {
	// ok: misconfiguration
	return grpc.NewClient(address, grpc.WithTransportCredentials(secure))
}

func Server() *grpc.Server {
	// ruleid: misconfiguration
	return grpc.NewServer()
}

func ServerSecure(secure credentials.TransportCredentials) *grpc.Server {
	// ok: misconfiguration
	return grpc.NewServer(grpc.Creds(secure))
}

func Files() http.Handler {
	// ruleid: misconfiguration
	return http.FileServer(http.Dir("/"))
}

func FilesStatic() http.Handler {
	// ok: misconfiguration
	return http.FileServer(http.Dir("./static"))
}

func Gateway(w http.ResponseWriter, r *http.Request) {
	// ruleid: misconfiguration
	handler := cgi.Handler{Path: "/usr/lib/cgi-bin/report"}
	handler.ServeHTTP(w, r)
}

func Gin(engine *gin.Engine) {
	// ruleid: misconfiguration
	gin.SetMode(gin.DebugMode)
	// ok: misconfiguration
	gin.SetMode(gin.ReleaseMode)
	// ruleid: misconfiguration
	pprof.Register(engine)
}

func Echo(e *echo.Echo) {
	// ruleid: misconfiguration
	e.Debug = true
	// ok: misconfiguration
	e.HideBanner = true
}
