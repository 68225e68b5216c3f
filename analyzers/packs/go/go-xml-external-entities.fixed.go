package example

import (
	"encoding/xml"
	"io"

	"github.com/lestrrat-go/libxml2/parser"
)

func parse(stream io.Reader) {
	// ruleid: go-xml-external-entities
	parser.New(parser.XMLParseNoNet)
	// ruleid: go-xml-external-entities
	parser.New(parser.XMLParseNoNet | parser.XMLParseNoNet)
	// ok: go-xml-external-entities
	parser.New()
	// ok: go-xml-external-entities
	parser.New(parser.XMLParseNoNet)
	// ok: go-xml-external-entities
	xml.NewDecoder(stream)
}
