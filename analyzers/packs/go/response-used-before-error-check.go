package example

import "net/http"

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
