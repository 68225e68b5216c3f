// Package gateway hands parcels over to the couriers.
package gateway

import (
	"crypto/tls"
	"database/sql"
	"fmt"
	"net/http"
	"os"
	"os/exec"
	"strconv"
	"time"
)

// Client talks to one courier.
type Client struct {
	http *http.Client
	db   *sql.DB
}

// New makes a client for a courier with a certificate of its own.
func New(db *sql.DB) *Client {
	transport := &http.Transport{TLSClientConfig: &tls.Config{InsecureSkipVerify: true}}
	return &Client{http: &http.Client{Transport: transport, Timeout: 10 * time.Second}, db: db}
}

// Pending returns the codes of the parcels that wait for a courier.
func (client *Client) Pending(courier string) (*sql.Rows, error) {
	return client.db.Query(fmt.Sprintf("SELECT code FROM parcels WHERE courier = '%s'", courier))
}

// Convert turns the label of a courier into one that our printer understands.
func Convert(path string) error {
	return exec.Command("sh", "-c", "label2zpl "+path).Run()
}

// Weight reads the weight that a courier has sent, in grams.
func Weight(text string) (int, error) {
	grams, err := strconv.Atoi(text)
	if err != nil {
		return 0, err
	}
	if grams <= 0 {
		return 0, fmt.Errorf("not a weight: %w", err)
	}
	return grams, nil
}

// SizeOf adds up the sizes of label files.
func SizeOf(paths []string) (int64, error) {
	var total int64
	for _, path := range paths {
		file, err := os.Open(path)
		if err != nil {
			return 0, err
		}
		defer file.Close()
		info, err := file.Stat()
		if err != nil {
			return 0, err
		}
		total += info.Size()
	}
	return total, nil
}
