package example

type User struct {
	// ruleid: go-struct-tag-misspelled
	Name string `json: "name"`
	// ruleid: go-struct-tag-misspelled
	Mail string `json:"mail,omitempy"`
	// ok: go-struct-tag-misspelled
	Age int `json:"age,omitempty"`
}
