// ruleid: regex-range-past-letters
const name = /^[A-z0-9]+$/;
// ok: regex-range-past-letters
const word = /^[A-Za-z]+$/;
// ok: regex-range-past-letters
const title = "from A-z";
