// ruleid: regex-range-past-letters
const name = /^[A-Za-z0-9]+$/;
// ok: regex-range-past-letters
const word = /^[A-Za-z]+$/;
// ok: regex-range-past-letters
const title = "from A-z";
// ruleid: regex-range-past-letters
const code = /^[A-Za-z0-9]+$/;
// ruleid: regex-range-past-letters
const place = /^[A-Za-z]+$/;
// ruleid: regex-range-past-letters
const field = /^[0-9A-Za-z_]+$/;
