package example

import (
	"net/http"
	"net/url"
	"testing"
)

func fetch(client *http.Client, url string) error {
	// ruleid: response-used-before-error-check
	response, err := http.Get(url)
	defer response.Body.Close()
	if err != nil {
		return err
	}
	// ruleid: response-used-before-error-check
	second, err := client.Get(url)
	defer second.Body.Close()
	// ruleid: response-used-before-error-check
	third, fetchErr := client.Head(url)
	defer third.Body.Close()
	if fetchErr != nil {
		return fetchErr
	}
	return err
}

func quiet(client *http.Client, url string) error {
	// ok: response-used-before-error-check
	response, err := http.Get(url)
	if err != nil {
		return err
	}
	defer response.Body.Close()
	return nil
}

func login(t *testing.T) (*http.Response, *url.URL) {
	response, err := http.Get("http://localhost")
	if err != nil {
		t.Fatal(err)
	}
	return response, response.Request.URL
}

func TestLogin(t *testing.T) {
	// ok: response-used-before-error-check
	response, address := login(t)
	defer response.Body.Close()
	if address == nil {
		t.Fatal("no redirect")
	}
	// ok: response-used-before-error-check
	again, _ := login(t)
	defer again.Body.Close()
}
