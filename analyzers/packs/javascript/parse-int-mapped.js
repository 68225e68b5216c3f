// ruleid: parse-int-mapped
const numbers = texts.map(parseInt);
// ok: parse-int-mapped
const safe = texts.map(Number);
// ok: parse-int-mapped
const based = texts.map((text) => parseInt(text, 10));
