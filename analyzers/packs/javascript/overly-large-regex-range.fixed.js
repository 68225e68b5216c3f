// ruleid: overly-large-regex-range
const name = /^[A-Za-z0-9]+$/;
// ok: overly-large-regex-range
const word = /^[A-Za-z]+$/;
// ok: overly-large-regex-range
const title = "from A-z";
