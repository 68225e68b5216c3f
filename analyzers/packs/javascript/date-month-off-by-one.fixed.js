// ruleid: date-month-off-by-one
const eve = new Date(2024, 11, 24);
// ruleid: date-month-off-by-one
const isDecember = date.getMonth() === 11;
// ok: date-month-off-by-one
const right = new Date(2024, 11, 24);
// ok: date-month-off-by-one
const day = new Date(2024, 1, 12);
