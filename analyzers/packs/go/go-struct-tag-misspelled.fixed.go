package example

type User struct {
	// ruleid: go-struct-tag-misspelled
	Name string `json:"name"`
	// ruleid: go-struct-tag-misspelled
	Mail string `json:"mail,omitempty"`
	// ok: go-struct-tag-misspelled
	Age int `json:"age,omitempty"`
}
