package parsers

import (
	"encoding/xml"
	"io"
	"net/http"

	"github.com/lestrrat-go/libxml2"
	"github.com/lestrrat-go/libxml2/parser"
	"github.com/moovweb/gokogiri"
	gokogirixml "github.com/moovweb/gokogiri/xml"
)

func Entities(data []byte) error {
	// ruleid: xxe
	p := parser.New(parser.XMLParseNoEnt)
	_, err := p.Parse(data)
	return err
}

func EntitiesAndMore(data []byte) error {
	// ruleid: xxe
	p := parser.New(parser.XMLParseNoEnt | parser.XMLParseDTDLoad)
	_, err := p.Parse(data)
	return err
}

func Document(data []byte) error {
	// ruleid: xxe
	_, err := libxml2.Parse(data, parser.XMLParseDTDLoad)
	return err
}

func NoEntities(data []byte) error {
	// ok: xxe
	p := parser.New()
	_, err := p.Parse(data)
	return err
}

func NoNetwork(data []byte) error {
	// ok: xxe
	p := parser.New(parser.XMLParseNoNet)
	_, err := p.Parse(data)
	return err
}

func String(text string) error {
	// ruleid: xxe
	_, err := libxml2.ParseString(text, parser.XMLParseNoEnt)
	return err
}

func Reader(r *http.Request) error {
	// ok: xxe
	_, err := libxml2.ParseReader(r.Body)
	return err
}

func Standard(r *http.Request) error {
	var value struct{}
	// ok: xxe
	return xml.NewDecoder(r.Body).Decode(&value)
}

func Lenient(stream io.Reader) error {
	decoder := xml.NewDecoder(stream)
	// ok: xxe
	decoder.Strict = false
	return decoder.Decode(nil)
}

func Gokogiri(data []byte) error {
	// ruleid: xxe
	_, err := gokogiri.ParseXml(data)
	if err != nil {
		return err
	}
	// ruleid: xxe
	_, err = gokogirixml.Parse(data, nil, nil, gokogirixml.XML_PARSE_NOENT, nil)
	return err
}
