// ruleid: regex-range-past-letters
const name = /^[A-z0-9]+$/;
// ok: regex-range-past-letters
const word = /^[A-Za-z]+$/;
// ok: regex-range-past-letters
const title = "from A-z";
// ruleid: regex-range-past-letters
const code = /^[a-zA-z0-9]+$/;
// ruleid: regex-range-past-letters
const place = /^[A-za-z]+$/;
// ruleid: regex-range-past-letters
const field = /^[a-z0-9A-z_]+$/;
